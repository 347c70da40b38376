using GenRL.Swarm.Sim.Communication;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.LockStep;

/// <summary>What an episode is flown in, and when it ends.</summary>
public sealed record EpisodeOptions
{
    /// <summary>The scenario; mission 0 of it is flown.</summary>
    public required IScenario Scenario { get; init; }

    /// <summary>Number of robots. Default 4.</summary>
    public int Robots { get; init; } = 4;

    /// <summary>The robots' body. Default holonomic.</summary>
    public RobotBody Body { get; init; } = RobotBody.Holonomic;

    /// <summary>The floor. Default nominal.</summary>
    public Floor Floor { get; init; } = Floor.Nominal;

    /// <summary>How much the floor is varied from episode to episode, 0 to 1: see <see cref="Domain"/>. Default 0.</summary>
    public float Randomisation { get; init; }

    /// <summary>How the floor is varied. Default the documented ranges.</summary>
    public DomainRandomisation Domain { get; init; } = DomainRandomisation.Default;

    /// <summary>The sensors.</summary>
    public SensorSuite Sensors { get; init; } = SensorSuite.Default;

    /// <summary>The radio.</summary>
    public RadioOptions Radio { get; init; } = RadioOptions.Perfect;

    /// <summary>An episode takes no longer, and counts as taking so long when the robots do not arrive, seconds. Default 12.</summary>
    public double LimitSeconds { get; init; } = 12d;

    /// <summary>An episode goes on for this long after everybody arrived, so that a collision at the goal is seen, seconds. Default 0.5.</summary>
    public double SettleSeconds { get; init; } = 0.5;

    /// <summary>Whether the first collision ends the episode. Default true.</summary>
    public bool EndOnCollision { get; init; } = true;
}
