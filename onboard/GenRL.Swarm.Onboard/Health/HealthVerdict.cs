namespace GenRL.Swarm.Onboard.Health;

/// <summary>What the monitor makes of the release in use.</summary>
public enum HealthVerdict
{
    /// <summary>Nothing new.</summary>
    None,

    /// <summary>The trial is passed.</summary>
    Keep,

    /// <summary>A bound is broken during the trial: <see cref="HealthMonitor.Breach"/> says which.</summary>
    RollBack,
}

/// <summary>Which bound was broken.</summary>
public enum HealthReason
{
    /// <summary>None.</summary>
    None,

    /// <summary>Plan ticks take too long.</summary>
    TickTime,

    /// <summary>Too many control steps miss their deadline.</summary>
    MissedDeadlines,

    /// <summary>The models fail too often.</summary>
    Faults,

    /// <summary>The shield has to step in too often.</summary>
    Interventions,

    /// <summary>The world model is too wrong about the robot's own motion.</summary>
    Surprise,
}
