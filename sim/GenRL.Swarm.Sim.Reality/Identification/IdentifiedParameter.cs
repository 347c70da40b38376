using GenRL.Swarm.Sim.Floors;

namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>What a log says of one number.</summary>
/// <param name="Name">Its name, snake case, with its unit where it has one.</param>
/// <param name="Value">The best value; null when the log does not tell it.</param>
/// <param name="Interval">The 95 % interval around it; null when the log does not tell it.</param>
/// <param name="Range">What to draw from in training: the interval, 1.5 times as wide; null when the log does not tell it.</param>
/// <param name="Reason">Why there is no value; null when there is one.</param>
public sealed record IdentifiedParameter(string Name, double? Value, ValueRange? Interval, ValueRange? Range, string? Reason);
