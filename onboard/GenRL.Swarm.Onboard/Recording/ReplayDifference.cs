namespace GenRL.Swarm.Onboard.Recording;

/// <summary>Where a replay first came to something else than the log says.</summary>
/// <param name="Where">The step or tick: <c>tick 12</c>.</param>
/// <param name="Field">What differs: <c>plan[3].x</c>.</param>
/// <param name="Recorded">What the log says.</param>
/// <param name="Replayed">What the replay came to.</param>
public sealed record ReplayDifference(string Where, string Field, string Recorded, string Replayed)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}, {Field}: the log says {Recorded}, the replay {Replayed}";
}
