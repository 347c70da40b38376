namespace GenRL.Swarm.Onboard.Health;

/// <summary>
/// When a release just adopted is given up again. Each figure of a window is bound by the larger of a fixed limit and a multiple of what the
/// release before it showed in its latest window: a hard floor for what is always fine, and a fair one for a floor or mission that is hard for any release.
/// </summary>
public sealed record HealthOptions
{
    /// <summary>Plan ticks in a window.</summary>
    /// <value>Positive; default 20, 2 s.</value>
    public int WindowTicks { get; init; } = 20;

    /// <summary>Windows that a release must pass before it is kept for good.</summary>
    /// <value>Positive; default 4, 8 s.</value>
    public int Windows { get; init; } = 4;

    /// <summary>99th percentile of the length of a plan tick, seconds.</summary>
    public HealthBound TickSeconds { get; init; } = new(0.02f, 2f);

    /// <summary>Share of control steps that missed their deadline, 0 to 1.</summary>
    public HealthBound Missed { get; init; } = new(0.05f, 2f);

    /// <summary>Share of plan ticks without a plan because the models failed, 0 to 1.</summary>
    public HealthBound Faults { get; init; } = new(0.05f, 1f);

    /// <summary>Share of the trial's control steps in which the shield changed the command, 0 to 1.</summary>
    public HealthBound Interventions { get; init; } = new(0.75f, 2f);

    /// <summary>Mean surprise, metres per second: how wrong the world model is about the robot's own motion.</summary>
    public HealthBound Surprise { get; init; } = new(0.25f, 2f);

    /// <summary>Throws when a value is out of its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It names the value.</exception>
    public void Validate()
    {
        Require(WindowTicks, nameof(WindowTicks));
        Require(Windows, nameof(Windows));
    }

    private static void Require(int value, string name)
    {
        if (value < 1)
        {
            throw new ArgumentOutOfRangeException(name, value, "must be positive");
        }
    }
}

/// <summary>A bound on one figure.</summary>
/// <param name="Limit">What is fine whatever was before.</param>
/// <param name="Factor">How many times the figure of the release before is fine too.</param>
public readonly record struct HealthBound(float Limit, float Factor)
{
    /// <summary>The largest figure that is fine after a release that showed <paramref name="before"/>; what was not a number excuses nothing.</summary>
    public float LargestAfter(float before) => Factor * before > Limit ? Factor * before : Limit;
}
