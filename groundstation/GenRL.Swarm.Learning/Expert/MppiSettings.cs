namespace GenRL.Swarm.Learning.Expert;

/// <summary>How <see cref="MppiExpert"/> searches. The defaults are those of the measured prototype (98 to 100 % success with four robots).</summary>
public sealed record MppiSettings
{
    /// <value>Candidate plans per iteration, K. Default 64.</value>
    public int Candidates { get; init; } = 64;

    /// <value>Iterations, each around the average that the one before found. Default 2.</value>
    public int Iterations { get; init; } = 2;

    /// <value>Temperature of the soft minimum, in cost units. Default 0.15.</value>
    public float Temperature { get; init; } = 0.15f;

    /// <value>Standard deviation of the first step's noise, metres per second. Default 0.6.</value>
    public float NoiseDeviation { get; init; } = 0.6f;

    /// <value>Largest commanded speed, metres per second. Default 1.</value>
    public float MaxSpeed { get; init; } = 1f;
}
