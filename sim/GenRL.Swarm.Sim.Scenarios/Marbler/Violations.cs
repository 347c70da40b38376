namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>What ends an episode early.</summary>
[Flags]
internal enum Violations
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Two robots touched.</summary>
    Collision = 1,

    /// <summary>A robot left the arena.</summary>
    Boundary = 2,
}
