namespace GenRL.Swarm.Onboard.Teammates;

/// <summary>
/// When a message stops counting. A stale intention is worse than none (measured: with 90 % loss, replaying old plans succeeds in 61 % of
/// crossings, forgetting them in 100 %), so these are short.
/// </summary>
internal static class StalenessRules
{
    /// <summary>A plan older than this, seconds, gives way to constant velocity from sensing, if the sender is in sight: two ticks and the transport.</summary>
    public const double PlanSeconds = 0.25;

    /// <summary>A plan of a sender out of sight is re-anchored and faded for this long, seconds; then the robot is forgotten.</summary>
    public const double OutOfSightSeconds = 1.0;

    /// <summary>Time constant of that fading towards constant velocity, seconds.</summary>
    public const float FadeSeconds = 0.5f;

    /// <summary>A frame on arrival older than this, seconds, or from further in the future, is dropped.</summary>
    public const double ArrivalSeconds = 0.5;

    /// <summary>A frame from this far in the future, seconds, means that the clocks are not synchronised.</summary>
    public const double FutureSeconds = 0.1;

    /// <summary>A robot that was heard and never seen counts up to this distance, metres: two that run at each other at 1 m/s meet within a plan from 3.2 m on.</summary>
    public const float UnseenReach = 4f;

    /// <summary>What was said and what is seen may differ by this many standard deviations.</summary>
    public const float DisagreementSigmas = 3f;

    /// <summary>After so many disagreements in a row, trust halves.</summary>
    public const int DisagreementTicks = 3;

    /// <summary>Below this trust a sender's messages are ignored.</summary>
    public const float LeastTrust = 0.25f;

    /// <summary>Trust won back per tick of agreement.</summary>
    public const float TrustGain = 0.02f;
}
