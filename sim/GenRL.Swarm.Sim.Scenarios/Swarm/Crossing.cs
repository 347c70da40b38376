using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>What can be chosen about <see cref="Crossing{V}"/>.</summary>
/// <param name="Robots">Number of robots.</param>
/// <param name="Drive">How they move.</param>
/// <param name="Rays">Of each robot's lidar.</param>
public sealed record CrossingOptions(int Robots = 4, SwarmDrive Drive = SwarmDrive.Holonomic, int Rays = 32) : IBodyScenarioFactory
{
    /// <summary>How floors, motors and sensors vary. Default over the whole ranges.</summary>
    public RandomisationSpec Randomisation { get; init; } = RandomisationSpec.Default;

    /// <inheritdoc/>
    public BodyScenario<V> Create<V>()
        where V : unmanaged, ILanes<V> => new Crossing<V>(this);
}

/// <summary>
/// Robots on a circle change sides, all through its middle, with the full suite of sensors on a floor that is another in every episode. Starts
/// are evenly spaced with jitter. Reward: metres nearer, -1 per thing touched, and 1 when all have arrived.
/// </summary>
internal sealed class Crossing<V> : SwarmScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const double SmallestGap = 0.5;

    public Crossing(CrossingOptions options)
        : base(new SwarmWorld(SwarmRobot.Some(options.Robots, options.Drive), Radius(options.Robots) + 1.2, Radius(options.Robots) + 1.2)
        {
            Fixtures = [.. Enumerable.Range(0, options.Robots).Select(i => Goal($"goal {i}"))],
            Lidar = new LidarSpec { Rays = options.Rays },
            Randomisation = options.Randomisation,
            TaskNumbers = 2,
        })
    {
    }

    /// <summary>The circle's radius, m: 1.3, or what keeps neighbours on it 0.5 m apart whatever the jitter.</summary>
    internal static double Radius(int robots)
    {
        var narrowest = (Math.Tau / robots) - Jitter(robots);
        return robots < 2 ? 1.3 : Math.Max(1.3, SmallestGap / (2d * Math.Sin(Math.Min(narrowest, Math.PI) / 2d)));
    }

    protected override void Place(Tile<V> tile, Spawn<V> spawn)
    {
        var (turn, jitter) = (spawn.Uniform(0d, Math.Tau), Jitter(Robots.Length));
        var radius = V.All(Radius(Robots.Length));
        for (var i = 0; i < Robots.Length; i++)
        {
            var angle = turn + V.All(Math.Tau * i / Robots.Length) + spawn.Uniform(-jitter / 2d, jitter / 2d);
            var (x, y) = (V.Cos(angle) * radius, V.Sin(angle) * radius);
            spawn.Place(Robots[i], x, y, angle + V.All(Math.PI));
            spawn.Place(FirstFixture + i, -x, -y);
            Remember(tile, spawn, i, radius + radius);
        }
    }

    protected override V Reward(Tile<V> tile, Span<V> rewards)
    {
        var arrived = ~V.All(0d);
        for (var i = 0; i < Robots.Length; i++)
        {
            var distance = tile.Distance(Robots[i], FirstFixture + i);
            arrived &= distance < V.All(Field.Arrival);
            rewards[i] = Gain(tile, i, distance) - Touches(tile, i);
        }

        foreach (ref var reward in rewards)
        {
            reward += Flag(arrived);
        }

        return arrived;
    }

    protected override void Observe(Tile<V> tile, int robot, ref Row<V> row) => AddOffset(tile, robot, FirstFixture + robot, ref row);

    /// <summary>Width of the jitter in angle, rad: 0.3, less where robots stand closer than four do.</summary>
    private static double Jitter(int robots) => Math.Min(0.3, 0.25 * Math.Tau / robots);
}
