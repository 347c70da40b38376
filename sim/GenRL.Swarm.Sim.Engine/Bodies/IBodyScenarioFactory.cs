using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>Makes a scenario for lanes of any kind: the environment picks the kind that the machine is best at.</summary>
public interface IBodyScenarioFactory
{
    /// <summary>The scenario.</summary>
    BodyScenario<V> Create<V>()
        where V : unmanaged, ILanes<V>;
}
