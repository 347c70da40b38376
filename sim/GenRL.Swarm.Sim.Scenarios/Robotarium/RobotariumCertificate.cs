namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>What a world does to its agents' commands before robots follow them.</summary>
public enum RobotariumCertificate
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The unicycle certificate: robots keep apart.</summary>
    Uni,

    /// <summary>The unicycle certificate with boundary: robots also stay in the arena.</summary>
    UniBoundary,

    /// <summary>The certificate in wheel speeds, robust to their disturbance, with boundary; the older simulator's only.</summary>
    Robust,
}
