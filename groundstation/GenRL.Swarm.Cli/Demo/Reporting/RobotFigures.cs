namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>What one robot's logs say of one phase.</summary>
internal sealed record RobotFigures
{
    /// <summary>Its number.</summary>
    public required int Robot { get; init; }

    /// <summary>Control steps.</summary>
    public long Steps { get; init; }

    /// <summary>Control steps that were due and did not happen in time.</summary>
    public long MissedSteps { get; init; }

    /// <summary>Control steps in which the shield changed the command.</summary>
    public long IntervenedSteps { get; init; }

    /// <summary>Plan ticks.</summary>
    public long Ticks { get; init; }

    /// <summary>Plan ticks that took longer than their period.</summary>
    public long LateTicks { get; init; }

    /// <summary>Plan ticks that were flown and are in no log.</summary>
    public long TicksNotInLogs { get; init; }

    /// <summary>Median length of a plan tick, milliseconds.</summary>
    public double TickP50Ms { get; init; }

    /// <summary>99th percentile of the same.</summary>
    public double TickP99Ms { get; init; }

    /// <summary>Intentions that it told.</summary>
    public long FramesTold { get; init; }

    /// <summary>Their length together, bytes.</summary>
    public long BytesTold { get; init; }

    /// <summary>Intentions that it heard.</summary>
    public long FramesHeard { get; init; }

    /// <summary>Intentions that were told by somebody and that it did not hear, by the senders' sequence numbers.</summary>
    public long FramesLost { get; init; }
}
