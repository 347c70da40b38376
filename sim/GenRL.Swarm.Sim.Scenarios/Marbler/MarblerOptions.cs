namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>What all five scenarios share, by the authors' names in lower case; defaults are those of their configuration files.</summary>
internal sealed record MarblerOptions
{
    /// <value>Number of robots.</value>
    public int Robots { get; init; } = 4;

    /// <value>Steps after which an episode ends: it has one more, since the authors ask for more than these.</value>
    public int MaxSteps { get; init; } = 80;

    /// <value>Simulator steps of 0.033 s per step.</value>
    public int UpdateFrequency { get; init; } = 29;

    /// <value>From a robot to its waypoint, m.</value>
    public double StepDistance { get; init; } = 0.2;

    /// <value>Between robots that start, m.</value>
    public double StartDistance { get; init; } = 0.3;

    /// <value>Least x of waypoints, m.</value>
    public double Left { get; init; } = -1.4;

    /// <value>Greatest x of waypoints, m.</value>
    public double Right { get; init; } = 1.4;

    /// <value>Least y of waypoints, m: the authors look from below.</value>
    public double Up { get; init; } = -0.9;

    /// <value>Greatest y of waypoints, m.</value>
    public double Down { get; init; } = 0.9;

    /// <value>Whether a collision or a robot outside the arena ends the episode.</value>
    public bool PenalizesViolations { get; init; } = true;

    /// <value>Simulator steps for which a command is held; the authors hold it for 15 but on real robots.</value>
    public int HoldSteps { get; init; } = 15;

    /// <value>Name of the barrier certificate that commands pass; null for none.</value>
    public string? Certificate { get; init; } = "si2_sr0p2";
}
