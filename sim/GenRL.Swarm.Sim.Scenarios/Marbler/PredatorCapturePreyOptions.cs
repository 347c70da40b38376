namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>Who hunts what, and what it pays.</summary>
internal sealed record PredatorCapturePreyOptions
{
    /// <summary>Robots that find: the first ones.</summary>
    public int Predators { get; init; } = 2;

    /// <summary>Number of prey.</summary>
    public int Prey { get; init; } = 6;

    /// <summary>Within which a predator finds, m.</summary>
    public double PredatorRadius { get; init; } = 0.45;

    /// <summary>Within which a capture robot takes, m.</summary>
    public double CaptureRadius { get; init; } = 0.25;

    /// <summary>Whether robots see radii.</summary>
    public bool CapabilityAware { get; init; }

    /// <summary>Robots whose observation a robot sees with its own.</summary>
    public int Neighbours { get; init; } = 3;

    /// <summary>Greatest x of a robot's start, m.</summary>
    public double RobotsLeftOf { get; init; } = -0.5;

    /// <summary>With <see cref="MarblerOptions.Right"/>, the width in which prey is drawn, m.</summary>
    public double PreyRightOf { get; init; } = 0.5;

    /// <summary>Per prey found.</summary>
    public double SenseReward { get; init; } = 1d;

    /// <summary>Per prey taken.</summary>
    public double CaptureReward { get; init; } = 5d;

    /// <summary>Per step.</summary>
    public double TimePenalty { get; init; } = -0.05;
}
