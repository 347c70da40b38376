namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>Who carries what, and what it pays.</summary>
internal sealed record MaterialTransportOptions
{
    /// <summary>Fast robots: the first ones.</summary>
    public int FastRobots { get; init; } = 2;

    /// <summary>m.</summary>
    public double FastStep { get; init; } = 0.45;

    /// <summary>m.</summary>
    public double SlowStep { get; init; } = 0.15;

    /// <summary>What a fast robot carries.</summary>
    public double SmallTorque { get; init; } = 5d;

    /// <summary>What a strong robot carries.</summary>
    public double LargeTorque { get; init; } = 15d;

    /// <summary>Per unit loaded.</summary>
    public double LoadMultiplier { get; init; } = 0.025;

    /// <summary>Per unit dropped.</summary>
    public double UnloadMultiplier { get; init; } = 0.075;

    /// <summary>Per step.</summary>
    public double TimePenalty { get; init; } = -0.1;

    /// <summary>Width of the zones from x = +-1.5, m.</summary>
    public double EndGoalWidth { get; init; } = 0.5;

    /// <summary>Radius of the zone in the middle, m.</summary>
    public double Zone1Radius { get; init; } = 0.35;

    /// <summary>Whether robots see their torque and step.</summary>
    public bool CapabilityAware { get; init; }

    /// <summary>Mean of the middle's load.</summary>
    public double Zone1Mean { get; init; } = 100d;

    /// <summary>Standard deviation of the middle's load.</summary>
    public double Zone1Spread { get; init; } = 10d;

    /// <summary>Mean of the right's load.</summary>
    public double Zone2Mean { get; init; } = 20d;

    /// <summary>Standard deviation of the right's load.</summary>
    public double Zone2Spread { get; init; } = 4d;
}
