using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Registry.Gate;

/// <summary>A verdict with everything it rests on, as the registry keeps it.</summary>
/// <param name="Release">The candidate.</param>
/// <param name="Passed">Whether it passed.</param>
/// <param name="Reasons">Every reason for a refusal, in words with both figures.</param>
/// <param name="Evidence">What was measured; null when the candidate could not be measured.</param>
public sealed record GateReport(ReleaseId Release, bool Passed, IReadOnlyList<string> Reasons, GateEvidence? Evidence);
