namespace GenRL.Swarm.Learning.Expert;

/// <summary>
/// How <see cref="MppiExpert"/> searches. The defaults are those of the measured prototype (98 to 100 % success with four robots).
/// </summary>
public sealed record MppiSettings
{
    /// <summary>Candidate plans per iteration, K. Default 64.</summary>
    public int Candidates { get; init; } = 64;

    /// <summary>Iterations, each around the average that the one before found. Default 2.</summary>
    public int Iterations { get; init; } = 2;

    /// <summary>Temperature of the soft minimum, in cost units. Default 0.15.</summary>
    public float Temperature { get; init; } = 0.15f;

    /// <summary>Standard deviation of the first step's noise, metres per second. Default 0.6.</summary>
    public float NoiseDeviation { get; init; } = 0.6f;

    /// <summary>Largest commanded speed, metres per second. Default 1.</summary>
    public float MaxSpeed { get; init; } = 1f;
}
