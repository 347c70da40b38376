using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Registry.Records;

/// <summary>What the registry knows of a release.</summary>
/// <param name="Release">Its id.</param>
/// <param name="Floor">The floor that it was made for.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Reason">Why it was refused or retired; otherwise empty.</param>
/// <param name="Parent">The release that its training began from.</param>
/// <param name="Created">When it was made, ISO 8601, UTC.</param>
/// <param name="Changed">When its state last changed.</param>
public sealed record ReleaseRecord(
    ReleaseId Release, string Floor, ReleaseState State, string Reason, ReleaseId? Parent, string Created, DateTimeOffset Changed);
