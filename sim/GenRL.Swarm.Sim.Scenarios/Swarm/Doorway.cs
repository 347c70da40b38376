using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>What can be chosen about <see cref="Doorway{V}"/>.</summary>
/// <param name="Robots">Number of robots.</param>
/// <param name="Width">Of the door, m.</param>
public sealed record DoorwayOptions(int Robots = 4, double Width = 0.45) : IBodyScenarioFactory
{
    /// <summary>How floors, motors and sensors vary. Default not at all.</summary>
    public RandomisationSpec Randomisation { get; init; } = RandomisationSpec.Nominal;

    /// <inheritdoc/>
    public BodyScenario<V> Create<V>()
        where V : unmanaged, ILanes<V> => new Doorway<V>(this);
}

/// <summary>
/// Two rooms and one door too narrow for two; robots of even and odd number change rooms. How urgent it is to each it alone knows, and who waits at the door should
/// be who can. Reward: metres nearer, -1 per thing touched, and minus the own urgency (0 to 0.1) for every step on the way.
/// </summary>
internal sealed class Doorway<V> : SwarmScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const double Wall = 0.1;
    private const double FreeOfWall = 0.5;
    private const double Urgent = 0.1;
    private readonly int _robots;
    private readonly double _width;
    private readonly int _urgency;

    public Doorway(DoorwayOptions options)
        : base(new SwarmWorld(SwarmRobot.Some(options.Robots), Field.Semi(options.Robots), Field.Semi(options.Robots))
        {
            Fixtures = [.. Enumerable.Range(0, options.Robots).Select(i => Goal($"goal {i}")), Half(options), Half(options)],
            Lidar = new LidarSpec { Rays = 16 },
            Neighbours = new NeighbourSpec { Occlusion = true },
            Randomisation = options.Randomisation,
            TaskNumbers = 5,
            MaxSteps = 300,
        }) =>
        (_robots, _width, _urgency) = (options.Robots, options.Width, Map.Take(options.Robots));

    protected override void Place(Tile<V> tile, Spawn<V> spawn)
    {
        var wall = V.All((World.SemiY + (_width / 2d)) / 2d);
        spawn.Place(FirstFixture + _robots, V.All(0d), wall);
        spawn.Place(FirstFixture + _robots + 1, V.All(0d), -wall);
        var (semiX, semiY) = (SemiRoom(_robots), Field.Extent(_robots));
        Span<int> goals = stackalloc int[_robots];
        for (var i = 0; i < _robots; i++)
        {
            var room = i % 2 == 0 ? -FreeOfWall - semiX : FreeOfWall + semiX;
            spawn.PlaceApart(Robots[i], room, 0d, semiX, semiY, Field.Separation, Robots.AsSpan(0, i));
            spawn.PlaceApart(FirstFixture + i, -room, 0d, semiX, semiY, Field.Separation, goals[..i]);
            goals[i] = FirstFixture + i;
            spawn.Set(ref tile.Memory(_urgency + i), spawn.Uniform(0d, Urgent));
            Remember(tile, spawn, i, tile.Distance(Robots[i], FirstFixture + i));
        }
    }

    protected override V Reward(Tile<V> tile, Span<V> rewards)
    {
        var all = ~V.All(0d);
        for (var i = 0; i < _robots; i++)
        {
            var distance = tile.Distance(Robots[i], FirstFixture + i);
            var arrived = distance < V.All(Field.Arrival);
            all &= arrived;
            rewards[i] = Gain(tile, i, distance) - Touches(tile, i) - V.Select(arrived, V.All(0d), tile.Memory(_urgency + i));
        }

        return all;
    }

    protected override void Observe(Tile<V> tile, int robot, ref Row<V> row)
    {
        AddOffset(tile, robot, FirstFixture + robot, ref row);
        AddOffset(tile, robot, 0, ref row);
        row.Add(tile.Memory(_urgency + robot));
    }

    private static double SemiRoom(int robots) => (Field.Extent(robots) - FreeOfWall) / 2d;

    private static BodySpec Half(DoorwayOptions options)
    {
        var length = Field.Semi(options.Robots) - (options.Width / 2d);
        return options.Width > 0d && length > 0d
            ? new BodySpec("wall", new BodyShape.Box(Wall, length))
            : throw new ScenarioException($"Width: {options.Width} m is not a door in a wall of {2d * Field.Semi(options.Robots)} m");
    }
}
