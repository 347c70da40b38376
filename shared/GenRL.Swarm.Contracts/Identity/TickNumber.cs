namespace GenRL.Swarm.Contracts.Identity;

/// <summary>Counts plan ticks (10 Hz) since the agent was made; the first is 0.</summary>
/// <param name="Value">The count.</param>
public readonly record struct TickNumber(long Value);
