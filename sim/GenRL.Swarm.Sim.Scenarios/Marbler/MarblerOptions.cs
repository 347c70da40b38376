namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>What all five scenarios share, by the authors' names in lower case; defaults are those of their configuration files.</summary>
internal sealed record MarblerOptions
{
    /// <summary>Number of robots.</summary>
    public int Robots { get; init; } = 4;

    /// <summary>Steps after which an episode ends: it has one more, since the authors ask for more than these.</summary>
    public int MaxSteps { get; init; } = 80;

    /// <summary>Simulator steps of 0.033 s per step.</summary>
    public int UpdateFrequency { get; init; } = 29;

    /// <summary>From a robot to its waypoint, m.</summary>
    public double StepDistance { get; init; } = 0.2;

    /// <summary>Between robots that start, m.</summary>
    public double StartDistance { get; init; } = 0.3;

    /// <summary>Least x of waypoints, m.</summary>
    public double Left { get; init; } = -1.4;

    /// <summary>Greatest x of waypoints, m.</summary>
    public double Right { get; init; } = 1.4;

    /// <summary>Least y of waypoints, m: the authors look from below.</summary>
    public double Up { get; init; } = -0.9;

    /// <summary>Greatest y of waypoints, m.</summary>
    public double Down { get; init; } = 0.9;

    /// <summary>Whether a collision or a robot outside the arena ends the episode.</summary>
    public bool PenalizesViolations { get; init; } = true;

    /// <summary>Simulator steps for which a command is held; the authors hold it for 15 but on real robots.</summary>
    public int HoldSteps { get; init; } = 15;

    /// <summary>Name of the barrier certificate that commands pass; null for none.</summary>
    public string? Certificate { get; init; } = "si2_sr0p2";
}
