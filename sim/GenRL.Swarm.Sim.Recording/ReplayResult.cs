namespace GenRL.Swarm.Sim.Recording;

/// <summary>What a replay came to.</summary>
/// <param name="Steps">Steps of the recording; of an unequal one, the number of the first step that differs, 0 being the reset.</param>
/// <param name="DifferentWorld">The first world that differs at that step; null where all steps are equal, bit for bit.</param>
public sealed record ReplayResult(int Steps, int? DifferentWorld);
