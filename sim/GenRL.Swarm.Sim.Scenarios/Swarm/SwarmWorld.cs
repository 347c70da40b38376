using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>What a scenario's world is made of.</summary>
/// <param name="Robots">The robots: one agent each.</param>
/// <param name="SemiX">Half the arena along x, m, wall to wall.</param>
/// <param name="SemiY">Half the arena along y, m.</param>
public sealed record SwarmWorld(IReadOnlyList<SwarmRobot> Robots, double SemiX, double SemiY)
{
    /// <summary>All other bodies: goals, obstacles, loads. Default none.</summary>
    public IReadOnlyList<BodySpec> Fixtures { get; init; } = [];

    /// <summary>Each robot's lidar; null for none. Default none.</summary>
    public LidarSpec? Lidar { get; init; }

    /// <summary>How robots see each other. Default the nearest four within 4 m.</summary>
    public NeighbourSpec Neighbours { get; init; } = new();

    /// <summary>How floors, motors and sensors vary. Default not at all.</summary>
    public RandomisationSpec Randomisation { get; init; } = RandomisationSpec.Nominal;

    /// <summary>Numbers that a scenario adds to what each robot senses.</summary>
    public int TaskNumbers { get; init; }

    /// <summary>Steps of 0.1 s after which an episode is cut off. Default 200.</summary>
    public int MaxSteps { get; init; } = 200;

    /// <summary>Throws where a set of places cannot be found at random: more than 0.45 of the room taken by discs as wide as the distance (random packing jams at 0.547; Renyi 1958).</summary>
    /// <param name="what">Names the field: "robots".</param>
    /// <param name="count">Places.</param>
    /// <param name="distance">Least distance between two, m.</param>
    /// <param name="semiX">Half the extent along x of the box in which they lie, m.</param>
    /// <param name="semiY">Half the extent along y, m.</param>
    /// <exception cref="ScenarioException">They do not fit.</exception>
    public static void RequireRoom(string what, int count, double distance, double semiX, double semiY)
    {
        var room = ((2d * semiX) + distance) * ((2d * semiY) + distance);
        var most = (int)(0.45 * room / (Math.PI / 4d * distance * distance));
        if (count > most)
        {
            throw new ScenarioException($"{what}: {count} do not fit {distance} m apart into {2d * semiX} m x {2d * semiY} m; {most} do");
        }
    }

    /// <summary>This world, if its numbers make sense.</summary>
    /// <exception cref="ScenarioException">They do not; the message names the field.</exception>
    internal SwarmWorld Checked()
    {
        RequirePositive("arena's half extent along x", SemiX);
        RequirePositive("arena's half extent along y", SemiY);
        Require(Robots.Count > 0, "robots: there must be one at least");
        foreach (var robot in Robots)
        {
            RequirePositive("robot's Radius", robot.Radius);
            RequirePositive("robot's Mass", robot.Mass);
            RequirePositive("robot's TopSpeed", robot.TopSpeed);
            RequirePositive("robot's TimeConstant", robot.TimeConstant);
        }

        Require(TaskNumbers >= 0, "TaskNumbers: must not be negative");
        Require(MaxSteps > 0, "MaxSteps: must be positive");
        _ = Randomisation.Checked();
        return this;

        static void RequirePositive(string what, double value) =>
            Require(double.IsFinite(value) && value > 0d, $"{what}: {value} is not a positive number");

        static void Require(bool condition, string message)
        {
            if (!condition)
            {
                throw new ScenarioException(message);
            }
        }
    }
}
