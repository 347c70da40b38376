namespace GenRL.Swarm.Contracts.Fleet;

/// <summary>What the ground station, or a run as a whole, is busy with; latched, for people.</summary>
/// <param name="Phase">The phase's short name, such as <c>A</c>.</param>
/// <param name="Detail">What happens in it, one line.</param>
/// <param name="Progress">How much of it is done, 0 to 1.</param>
public sealed record StationPhase(string Phase, string Detail, double Progress);
