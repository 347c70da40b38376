namespace GenRL.Swarm.Contracts.Safety;

/// <summary>Why the shield changed a command; the most restrictive rule names it. Numbers are part of the log format.</summary>
public enum ShieldReason : byte
{
    /// <summary>The command was passed on as it was.</summary>
    None = 0,

    /// <summary>A neighbour's barrier was active.</summary>
    Neighbour = 1,

    /// <summary>A static obstacle's barrier was active.</summary>
    Obstacle = 2,

    /// <summary>The speed limit was active.</summary>
    SpeedLimit = 3,

    /// <summary>No command satisfies every barrier: the one that violates them least was taken.</summary>
    Infeasible = 4,

    /// <summary>The sensor frame is older than allowed, or missing: brake.</summary>
    StaleSensors = 5,

    /// <summary>A measurement or the command is not a finite number: brake.</summary>
    NotFinite = 6,

    /// <summary>There is no plan, or it has run out: brake.</summary>
    NoPlan = 7,
}
