namespace GenRL.Swarm.GroundStation.Cycle;

/// <summary>What the learning process tells of itself: one JSON object per line on its standard output.</summary>
/// <param name="Stage">What it does, for people.</param>
/// <param name="Progress">How much of the whole is done, 0 to 1.</param>
/// <param name="Detail">A figure or two; empty when there is nothing to say.</param>
public sealed record LearnerLine(string Stage, double Progress, string Detail = "");
