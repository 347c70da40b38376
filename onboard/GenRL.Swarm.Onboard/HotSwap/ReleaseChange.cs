using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Onboard.HotSwap;

/// <summary>What happened to a release between two ticks.</summary>
public enum ReleaseChangeKind
{
    /// <summary>It flies from the next tick on, on trial.</summary>
    Adopted,

    /// <summary>It passed its trial.</summary>
    Kept,

    /// <summary>It broke a health bound: the one before it flies again.</summary>
    RolledBack,

    /// <summary>The agent could not take it; nothing changed.</summary>
    Refused,
}

/// <summary>Something that happened to a release between two ticks.</summary>
/// <param name="Kind">What.</param>
/// <param name="Release">To which.</param>
/// <param name="Flying">The release that flies now.</param>
/// <param name="Reason">Why it was refused or rolled back; otherwise empty.</param>
/// <param name="Retired">A bundle that is no longer needed, for the receiver to dispose; or null.</param>
public sealed record ReleaseChange(ReleaseChangeKind Kind, ReleaseId Release, ReleaseId Flying, string Reason, ModelBundle? Retired);
