namespace GenRL.Swarm.Sim.Floors;

/// <summary>
/// How much floors vary as training goes on: not at all at first, then more from episode to episode, in the end the whole range. A pure function of the
/// episode's number, so that a training run can be taken up again anywhere.
/// </summary>
public sealed record RandomisationCurriculum
{
    /// <summary>Episodes without randomisation at the beginning, not negative. Default 0.</summary>
    public long Quiet { get; init; }

    /// <summary>Episodes over which it grows to its whole strength, not negative. Default 1000.</summary>
    public long Growth { get; init; } = 1000;

    /// <summary>Strength in the end, 0 to 1. Default 1.</summary>
    public float Strength { get; init; } = 1f;

    /// <summary>The strength for episode <paramref name="episode"/>, 0 to <see cref="Strength"/>; never falls.</summary>
    public float At(long episode) => Strength * (float)Math.Clamp((episode - Quiet + 1) / (double)Math.Max(Growth, 1), 0d, 1d);
}
