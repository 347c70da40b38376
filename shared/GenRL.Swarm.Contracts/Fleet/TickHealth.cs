namespace GenRL.Swarm.Contracts.Fleet;

/// <summary>How well a robot keeps its plan ticks.</summary>
/// <param name="Count">Plan ticks since its process began.</param>
/// <param name="CountOnRelease">Plan ticks flown with the present release since it was adopted without its health bounds being broken.</param>
/// <param name="Missed">Plan ticks that missed their deadline.</param>
/// <param name="P50Milliseconds">Median length of the latest plan ticks, milliseconds.</param>
/// <param name="P99Milliseconds">99th percentile of the same, milliseconds.</param>
public sealed record TickHealth(long Count, long CountOnRelease, long Missed, float P50Milliseconds, float P99Milliseconds);
