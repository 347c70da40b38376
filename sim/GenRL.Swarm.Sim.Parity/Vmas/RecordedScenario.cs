using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Vmas;

namespace GenRL.Swarm.Sim.Parity.Vmas;

/// <summary>The bodies of a file whose rewards and observations no rule gives: their motion only.</summary>
internal sealed class RecordedScenario<V>(PhysicsSpec physics, IReadOnlyList<BodySpec> landmarks, IReadOnlyList<VmasAgent> agents)
    : VmasScenario<V>(physics, landmarks, agents, 0)
    where V : unmanaged, ILanes<V>
{
    public override V Judge(Tile<V> tile, Span<V> rewards) => V.All(0d);

    protected override void Place(Spawn<V> spawn)
    {
    }

    protected override void Observe(Tile<V> tile, int agent, ref Row<V> row)
    {
    }
}
