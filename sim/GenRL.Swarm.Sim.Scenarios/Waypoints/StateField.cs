namespace GenRL.Swarm.Sim.Scenarios.Waypoints;

/// <summary>A part of a scenario's state, by the name that the scenario's authors gave it.</summary>
/// <param name="Name">Theirs.</param>
/// <param name="Values">Flags as 0 or 1; of a table, row after row. Owned by the scenario.</param>
internal readonly record struct StateField(string Name, double[] Values);
