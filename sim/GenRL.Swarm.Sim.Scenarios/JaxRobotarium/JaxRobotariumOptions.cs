namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>What all eight scenarios share; defaults are those of the authors' deployment.</summary>
internal sealed record JaxRobotariumOptions
{
    /// <summary>Number of robots.</summary>
    public int Robots { get; init; } = 3;

    /// <summary>Steps after which an episode ends: it has one more, since the authors test before they count.</summary>
    public int MaxSteps { get; init; } = 100;

    /// <summary>Simulator steps of 0.033 s per step.</summary>
    public int UpdateFrequency { get; init; } = 30;

    /// <summary>From a robot to its waypoint, m.</summary>
    public double StepDistance { get; init; } = 0.2;

    /// <summary>Whether commands are held for a whole step, as in the authors' training, instead of computed anew at each simulator step.</summary>
    public bool HoldsCommands { get; init; }

    /// <summary>Whether commands pass the barrier certificate.</summary>
    public bool Certified { get; init; } = true;

    /// <summary>Reward per violation, in place of the task's; 0 leaves violations without effect.</summary>
    public double ViolationShaping { get; init; }
}
