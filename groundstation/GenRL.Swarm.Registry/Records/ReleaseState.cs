namespace GenRL.Swarm.Registry.Records;

/// <summary>Where a release stands: candidate -> refused, or passed -> active -> retired, and back to active when the fleet returns to it.</summary>
public enum ReleaseState
{
    /// <summary>Made, not judged yet.</summary>
    Candidate,

    /// <summary>The gate refused it; for good.</summary>
    Refused,

    /// <summary>The gate passed it; it is signed and may be rolled out.</summary>
    Passed,

    /// <summary>The fleet flies it. At most one release is active.</summary>
    Active,

    /// <summary>The fleet flew it, or a rollout of it was stopped. It is kept, one per floor is what the fleet returns to.</summary>
    Retired,
}
