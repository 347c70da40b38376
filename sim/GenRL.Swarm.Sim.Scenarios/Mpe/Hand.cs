using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>What an agent acts with.</summary>
/// <param name="Body">The body that it moves; -1 for none.</param>
/// <param name="Message">Where its message begins among the numbers of the scenario; -1 for none.</param>
/// <param name="Strength">Force of a full action, N.</param>
internal readonly record struct Hand<V>(int Body, int Message, V Strength)
    where V : unmanaged, ILanes<V>;
