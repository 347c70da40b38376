namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>What all eight scenarios share; defaults are those of the authors' deployment.</summary>
internal sealed record JaxRobotariumOptions
{
    /// <value>Number of robots.</value>
    public int Robots { get; init; } = 3;

    /// <value>Steps after which an episode ends: it has one more, since the authors test before they count.</value>
    public int MaxSteps { get; init; } = 100;

    /// <value>Simulator steps of 0.033 s per step.</value>
    public int UpdateFrequency { get; init; } = 30;

    /// <value>From a robot to its waypoint, m.</value>
    public double StepDistance { get; init; } = 0.2;

    /// <value>Whether commands are held for a whole step, as in the authors' training, instead of computed anew at each simulator step.</value>
    public bool HoldsCommands { get; init; }

    /// <value>Whether commands pass the barrier certificate.</value>
    public bool Certified { get; init; } = true;

    /// <value>Reward per violation, in place of the task's; 0 leaves violations without effect.</value>
    public double ViolationShaping { get; init; }
}
