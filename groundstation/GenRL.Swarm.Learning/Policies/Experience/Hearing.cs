namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>How well robots hear each other while they learn. What varies here must not surprise the policy in the field.</summary>
public sealed record Hearing
{
    /// <summary>Every message arrives, one tick old and fully trusted: for measuring.</summary>
    public static Hearing Perfect { get; } = new() { Loss = 0f, LeastAge = 0.1f, MostAge = 0.1f, LeastConfidence = 1f };

    /// <summary>
    /// Probability that a neighbour's message is missing at a tick, so that it is seen at constant velocity. Default 0.15.
    /// </summary>
    public float Loss { get; init; } = 0.15f;

    /// <summary>Least age of a message, seconds. Default 0.</summary>
    public float LeastAge { get; init; }

    /// <summary>Greatest age of a message, seconds. Default 0.2, after which a robot trusts its sensors instead.</summary>
    public float MostAge { get; init; } = 0.2f;

    /// <summary>Least confidence of a message, to 1. Default 0.4.</summary>
    public float LeastConfidence { get; init; } = 0.4f;
}
