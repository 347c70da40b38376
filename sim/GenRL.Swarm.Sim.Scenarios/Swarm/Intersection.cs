using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>What can be chosen about <see cref="Intersection{V}"/>.</summary>
/// <param name="Robots">Number of robots.</param>
/// <param name="Carts">Number of carts that drive to and fro across the middle and give way to nobody.</param>
public sealed record IntersectionOptions(int Robots = 4, int Carts = 1) : IBodyScenarioFactory
{
    /// <summary>How floors, motors and sensors vary. Default not at all.</summary>
    public RandomisationSpec Randomisation { get; init; } = RandomisationSpec.Nominal;

    /// <inheritdoc/>
    public BodyScenario<V> Create<V>()
        where V : unmanaged, ILanes<V> => new Intersection<V>(this);
}

/// <summary>
/// Two roads cross between four blocks; robots come from all four sides and go straight on, and carts roll to and fro along one road. Reward: metres nearer, -0.02 for every
/// step on the way, -1 per thing touched. The episode ends when all have arrived.
/// </summary>
internal sealed class Intersection<V> : SwarmScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const double Road = 0.6;
    private const double Block = 1d;
    private const double Spacing = 0.5;
    private const double Swing = Road;
    private const double CartSpeed = 0.4;
    private const double CartRadius = 0.15;
    private readonly int _carts;
    private readonly int _phase;

    public Intersection(IntersectionOptions options)
        : base(new SwarmWorld(SwarmRobot.Some(options.Robots), Semi(options.Robots), Semi(options.Robots))
        {
            Fixtures =
            [
                .. Enumerable.Range(0, options.Robots).Select(i => Goal($"goal {i}")),
                .. Enumerable.Range(0, 4).Select(i => new BodySpec($"block {i}", new BodyShape.Box(Block, Block))),
                .. Enumerable.Range(0, Carts(options)).Select(i => new BodySpec($"cart {i}", new BodyShape.Disc(CartRadius)) { Movable = true, Mass = 1e3, Drag = 0d }),
            ],
            Lidar = new LidarSpec { Rays = 16 },
            Neighbours = new NeighbourSpec { Occlusion = true },
            Randomisation = options.Randomisation,
            TaskNumbers = 2,
            MaxSteps = 300,
        }) => (_carts, _phase) = (options.Carts, Map.Take(options.Carts));

    private int FirstCart => FirstFixture + Robots.Length + 4;

    public override void Act(Tile<V> tile, ReadOnlySpan<V> actions, Forces<V> forces)
    {
        base.Act(tile, actions, forces);
        for (var cart = 0; cart < _carts; cart++)
        {
            // To and fro between the corners of the blocks, as on a rail.
            var turns = (tile.Steps * V.All(Physics.Dt * CartSpeed / Swing)) + tile.Memory(_phase + cart);
            tile.VelocityX(FirstCart + cart) = V.Cos(turns) * V.All(CartSpeed);
            tile.VelocityY(FirstCart + cart) = V.All(0d);
        }
    }

    public override Role RoleOf(int body) => body >= FirstCart && body < Robots[0] ? Role.Other : base.RoleOf(body);

    protected override void Place(Tile<V> tile, Spawn<V> spawn)
    {
        for (var block = 0; block < 4; block++)
        {
            var at = Road + (Block / 2d);
            spawn.Place(FirstFixture + Robots.Length + block, V.All(block % 2 == 0 ? at : -at), V.All(block / 2 == 0 ? at : -at));
        }

        for (var cart = 0; cart < _carts; cart++)
        {
            spawn.Set(ref tile.Memory(_phase + cart), spawn.Uniform(0d, Math.Tau));
            var x = V.Sin(tile.Memory(_phase + cart)) * V.All(Swing);
            spawn.Place(FirstCart + cart, x, V.All((cart * 2d * CartRadius * 1.2) - (CartRadius * 1.2 * (_carts - 1))));
        }

        for (var i = 0; i < Robots.Length; i++)
        {
            // Right-hand traffic, one behind the other, from side i modulo 4.
            var (ahead, aside) = (V.All(Road + Block + (Spacing * (i / 4))) + spawn.Uniform(0d, 0.2), V.All(Road / 2d) + spawn.Uniform(-0.1, 0.1));
            var (x, y, heading) = (i % 4) switch
            {
                0 => (-ahead, -aside, 0d),
                1 => (aside, -ahead, Math.PI / 2d),
                2 => (ahead, aside, Math.PI),
                _ => (-aside, ahead, -Math.PI / 2d),
            };
            spawn.Place(Robots[i], x, y, V.All(heading));
            spawn.Place(FirstFixture + i, i % 2 == 0 ? -x : x, i % 2 == 0 ? y : -y);
            Remember(tile, spawn, i, ahead + ahead);
        }
    }

    protected override V Reward(Tile<V> tile, Span<V> rewards)
    {
        var all = ~V.All(0d);
        for (var i = 0; i < Robots.Length; i++)
        {
            var distance = tile.Distance(Robots[i], FirstFixture + i);
            var arrived = distance < V.All(Field.Arrival);
            all &= arrived;
            rewards[i] = Gain(tile, i, distance) - Touches(tile, i) - V.Select(arrived, V.All(0d), V.All(0.02));
        }

        return all;
    }

    protected override void Observe(Tile<V> tile, int robot, ref Row<V> row) => AddOffset(tile, robot, FirstFixture + robot, ref row);

    private static int Carts(IntersectionOptions options) => options.Carts is >= 0 and <= 2
        ? options.Carts
        : throw new ScenarioException($"Carts: {options.Carts} is not between 0 and 2");

    private static double Semi(int robots) => Road + Block + (Spacing * ((robots + 3) / 4)) + 0.5;
}
