namespace GenRL.Swarm.Sim.Recording;

/// <summary>All that a recorded run follows from, but for its actions; and the sizes by which another version of its scenario is known.</summary>
/// <param name="Scenario">Its name in the catalog.</param>
/// <param name="Robots">Robots that were asked for; 0 for what the scenario is known with.</param>
/// <param name="Worlds">Number of worlds.</param>
/// <param name="Precise">Whether float64 was asked for.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="Policy">Who chose the actions; for people.</param>
/// <param name="Agents">Agents of a world.</param>
/// <param name="ActionLength">Numbers of one step's actions, all worlds together.</param>
/// <param name="SnapshotSize">Bytes of a world's state.</param>
public sealed record RunDescription(
    string Scenario, int Robots, int Worlds, bool Precise, ulong Seed, string Policy, int Agents, int ActionLength, int SnapshotSize);
