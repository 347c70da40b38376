using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Contracts.Recording;

/// <summary>Something that happened between ticks: a swap, a roll-back, a goal, a fault.</summary>
/// <param name="At">When.</param>
/// <param name="Tick">The first tick that it affects.</param>
/// <param name="Kind">"swap", "rollback", "reject", "goal", "health", ...</param>
/// <param name="Release">The release concerned, or null.</param>
/// <param name="Detail">What happened, in words.</param>
public sealed record LogEvent(Stamp At, TickNumber Tick, string Kind, ReleaseId? Release, string Detail);
