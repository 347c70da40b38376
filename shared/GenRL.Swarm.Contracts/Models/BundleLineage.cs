namespace GenRL.Swarm.Contracts.Models;

/// <summary>Where a bundle comes from, enough to make it again.</summary>
/// <param name="ParentRelease">The release that training began from; null for one trained from nothing.</param>
/// <param name="Logs">SHA-256 of every tick log that it was trained on, in the order in which they were read.</param>
/// <param name="Seeds">The seeds of its training run.</param>
/// <param name="CodeVersion">The version of the learning code.</param>
/// <param name="Recipe">The training recipe with its settings, as the learning code names it.</param>
public sealed record BundleLineage(
    string? ParentRelease, IReadOnlyList<string> Logs, IReadOnlyList<ulong> Seeds, string CodeVersion, string Recipe);
