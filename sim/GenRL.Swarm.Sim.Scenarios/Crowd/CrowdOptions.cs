namespace GenRL.Swarm.Sim.Scenarios.Crowd;

/// <summary>What can be chosen about <see cref="CrowdWorld{V}"/>.</summary>
/// <param name="Robots">Number of robots.</param>
/// <param name="AreaPerRobot">The square world's area, divided by the robots, m^2.</param>
/// <param name="Rays">Of each robot's lidar.</param>
/// <param name="Range">Of the lidar, m.</param>
/// <param name="Dt">Time step, s.</param>
/// <param name="MaxSteps">Steps after which an episode is cut off.</param>
internal sealed record CrowdOptions(
    int Robots, float AreaPerRobot = 2f, int Rays = 32, float Range = 3f, float Dt = 0.05f, int MaxSteps = 400)
{
    /// <summary>Radius of a robot, m.</summary>
    public const float Radius = 0.12f;

    /// <summary>Greatest speed, m/s.</summary>
    public const float MaxSpeed = 0.5f;

    /// <summary>Greatest turning rate, rad/s.</summary>
    public const float MaxSpin = 2.5f;

    /// <summary>Time constant with which speeds follow commands, s.</summary>
    public const float Lag = 0.15f;

    /// <summary>Side of the world, m.</summary>
    public float Side => MathF.Sqrt(Robots * AreaPerRobot);

    /// <summary>Throws where a number is none, or leaves no room.</summary>
    /// <exception cref="ScenarioException">So it is; names it.</exception>
    public void Check()
    {
        Refuse(Robots < 1, nameof(Robots), Robots);
        Refuse(!(AreaPerRobot > 0f && float.IsFinite(AreaPerRobot)) || Side < 4f * Radius, nameof(AreaPerRobot), AreaPerRobot);
        Refuse(Rays < 1, nameof(Rays), Rays);
        Refuse(!(Range > 0f && float.IsFinite(Range)), nameof(Range), Range);
        Refuse(!(Dt > 0f && float.IsFinite(Dt)), nameof(Dt), Dt);
        Refuse(MaxSteps < 1, nameof(MaxSteps), MaxSteps);
    }

    private static void Refuse(bool bad, string name, float number)
    {
        if (bad)
        {
            throw new ScenarioException(FormattableString.Invariant($"crowd: {name} {number} is too little, or no number"));
        }
    }
}
