using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>What can be chosen about <see cref="Flocking{V}"/>.</summary>
/// <param name="Robots">Number of robots.</param>
/// <param name="Obstacles">Number of pillars.</param>
public sealed record FlockingOptions(int Robots = 6, int Obstacles = 3) : IBodyScenarioFactory
{
    /// <summary>How floors, motors and sensors vary. Default not at all.</summary>
    public RandomisationSpec Randomisation { get; init; } = RandomisationSpec.Nominal;

    /// <inheritdoc/>
    public BodyScenario<V> Create<V>()
        where V : unmanaged, ILanes<V> => new Flocking<V>(this);
}

/// <summary>
/// Robots move as a flock among pillars (Reynolds: Flocks, herds, and schools, 1987): alike in velocity, together, and without touching. Reward, times 0.1: the
/// length of the mean velocity over the top speed, shared, minus the own distance from the flock's centre beyond the room that it needs; and -1 per thing touched.
/// </summary>
internal sealed class Flocking<V> : SwarmScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const double PillarRadius = 0.2;
    private const double Apart = 0.6;
    private readonly int _obstacles;
    private readonly double _room;

    public Flocking(FlockingOptions options)
        : base(new SwarmWorld(SwarmRobot.Some(options.Robots), Semi(options), Semi(options))
        {
            Fixtures = [.. Enumerable.Range(0, options.Obstacles).Select(i => new BodySpec($"pillar {i}", new BodyShape.Disc(PillarRadius)))],
            Lidar = new LidarSpec { Rays = 16, Range = 2d },
            Neighbours = new NeighbourSpec { Most = 5, Range = 2d },
            Randomisation = options.Randomisation,
            TaskNumbers = 2,
        }) => (_obstacles, _room) = (options.Obstacles, 0.4 * Math.Sqrt(options.Robots));

    protected override void Place(Tile<V> tile, Spawn<V> spawn)
    {
        var semi = World.SemiX - 0.4;
        Span<int> placed = stackalloc int[_obstacles + Robots.Length];
        for (var i = 0; i < placed.Length; i++)
        {
            placed[i] = FirstFixture + i;
            spawn.PlaceApart(placed[i], semi, semi, Apart, placed[..i]);
        }
    }

    protected override V Reward(Tile<V> tile, Span<V> rewards)
    {
        var (vx, vy) = Mean(tile);
        var order = V.Sqrt((vx * vx) + (vy * vy)) / V.All(World.Robots[0].TopSpeed);
        var (x, y) = Centre(tile);
        for (var i = 0; i < Robots.Length; i++)
        {
            var (dx, dy) = (x - tile.X(Robots[i]), y - tile.Y(Robots[i]));
            var astray = V.Max(V.Sqrt((dx * dx) + (dy * dy)) - V.All(_room), V.All(0d));
            rewards[i] = ((order - astray) * V.All(0.1)) - Touches(tile, i);
        }

        return V.All(0d);
    }

    protected override void Observe(Tile<V> tile, int robot, ref Row<V> row) => AddOffset(tile, robot, 0, ref row);

    private (V X, V Y) Mean(Tile<V> tile)
    {
        var (x, y) = (V.All(0d), V.All(0d));
        foreach (var robot in Robots)
        {
            (x, y) = (x + tile.VelocityX(robot), y + tile.VelocityY(robot));
        }

        return (x / V.All(Robots.Length), y / V.All(Robots.Length));
    }

    private (V X, V Y) Centre(Tile<V> tile)
    {
        var (x, y) = (V.All(0d), V.All(0d));
        foreach (var robot in Robots)
        {
            (x, y) = (x + tile.X(robot), y + tile.Y(robot));
        }

        return (x / V.All(Robots.Length), y / V.All(Robots.Length));
    }

    private static double Semi(FlockingOptions options) => options.Obstacles is >= 0 and <= 64
        ? Field.Semi(options.Robots + options.Obstacles) + 0.5
        : throw new ScenarioException($"Obstacles: {options.Obstacles} is not between 0 and 64");
}
