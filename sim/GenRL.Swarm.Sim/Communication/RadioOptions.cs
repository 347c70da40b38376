namespace GenRL.Swarm.Sim.Communication;

/// <summary>How bad the radio is, on every link alike.</summary>
public sealed record RadioOptions
{
    /// <summary>A radio that loses nothing and delivers at the next control step.</summary>
    public static RadioOptions Perfect { get; } = new();

    /// <summary>Probability that a frame is lost on a link, 0 to 1, independently each time. Default 0.</summary>
    public float Loss { get; init; }

    /// <summary>Smallest time from sending to hearing, seconds. Default 0.</summary>
    public double LatencySeconds { get; init; }

    /// <summary>Uniform extra time, seconds; frames may overtake each other. Default 0.</summary>
    public double JitterSeconds { get; init; }
}
