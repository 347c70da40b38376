using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>What can be chosen about <see cref="Warehouse{V}"/>.</summary>
/// <param name="Robots">Number of robots.</param>
/// <param name="Shelves">Number of shelves, side by side.</param>
public sealed record WarehouseOptions(int Robots = 6, int Shelves = 4) : IBodyScenarioFactory
{
    /// <summary>How floors, motors and sensors vary. Default not at all.</summary>
    public RandomisationSpec Randomisation { get; init; } = RandomisationSpec.Nominal;

    /// <inheritdoc/>
    public BodyScenario<V> Create<V>()
        where V : unmanaged, ILanes<V> => new Warehouse<V>(this);
}

/// <summary>
/// Robots fetch goods between shelves and bring them to the lower wall, without end: who delivers is told the next place at once. Reward: metres nearer
/// times 0.1, 1 per pick-up and per delivery, and -1 per thing touched.
/// </summary>
internal sealed class Warehouse<V> : SwarmScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const double Aisle = 1.2;
    private const double ShelfWidth = 0.4;
    private const double ShelfLength = 2d;
    private const double Picked = 0.25;
    private readonly int _shelves;
    private readonly int _loaded;
    private readonly int _delivered;

    public Warehouse(WarehouseOptions options)
        : base(new SwarmWorld(SwarmRobot.Some(options.Robots), SemiX(options), SemiY(options))
        {
            Fixtures =
            [
                .. Enumerable.Range(0, options.Robots).Select(i => Goal($"place {i}")),
                .. Enumerable.Range(0, options.Shelves).Select(i => new BodySpec($"shelf {i}", new BodyShape.Box(ShelfWidth, ShelfLength))),
            ],
            Lidar = new LidarSpec { Rays = 16, Range = 2d },
            Neighbours = new NeighbourSpec { Range = 2d, Occlusion = true },
            Randomisation = options.Randomisation,
            TaskNumbers = 4,
            MaxSteps = 500,
        }) => (_shelves, _loaded, _delivered) = (options.Shelves, Map.Take(options.Robots), Map.Take(options.Robots));

    protected override void Place(Tile<V> tile, Spawn<V> spawn)
    {
        for (var shelf = 0; shelf < _shelves; shelf++)
        {
            spawn.Place(FirstFixture + Robots.Length + shelf, V.All((shelf - ((_shelves - 1) / 2d)) * Aisle), V.All(0d));
        }

        // Robots start in the lower hall.
        var semi = (World.SemiY - (ShelfLength / 2d) - 0.6) / 2d;
        for (var i = 0; i < Robots.Length; i++)
        {
            spawn.PlaceApart(Robots[i], 0d, -World.SemiY + semi + 0.3, World.SemiX - 0.3, semi, Field.Separation, Robots.AsSpan(0, i));
            var (x, y) = Next(spawn.Uniform(0d, 1d), spawn.Uniform(0d, 1d), V.All(0d));
            spawn.Place(FirstFixture + i, x, y);
            spawn.Set(ref tile.Memory(_loaded + i), V.All(0d));
            spawn.Set(ref tile.Memory(_delivered + i), V.All(0d));
            Remember(tile, spawn, i, tile.Distance(Robots[i], FirstFixture + i));
        }
    }

    protected override V Reward(Tile<V> tile, Span<V> rewards)
    {
        for (var i = 0; i < Robots.Length; i++)
        {
            var place = FirstFixture + i;
            var distance = tile.Distance(Robots[i], place);
            var there = distance < V.All(Picked);
            rewards[i] = (Gain(tile, i, distance) * V.All(0.1)) + Flag(there) - Touches(tile, i);
            ref var loaded = ref tile.Memory(_loaded + i);
            tile.Memory(_delivered + i) += V.Select(there, loaded, V.All(0d));
            loaded = V.Select(there, V.All(1d) - loaded, loaded);

            // Drawn every step in every world, so that no world's stream hangs on another's luck.
            var (x, y) = Next(tile.Uniform(), tile.Uniform(), loaded);
            (tile.X(place), tile.Y(place)) = (V.Select(there, x, tile.X(place)), V.Select(there, y, tile.Y(place)));
            _ = Gain(tile, i, tile.Distance(Robots[i], place));
        }

        return V.All(0d);
    }

    protected override void Observe(Tile<V> tile, int robot, ref Row<V> row)
    {
        AddOffset(tile, robot, FirstFixture + robot, ref row);
        row.Add(tile.Memory(_loaded + robot));
        row.Add(tile.Memory(_delivered + robot));
    }

    /// <summary>Where a robot must go next: loaded, somewhere at the lower wall; else an aisle beside some shelf.</summary>
    private (V X, V Y) Next(V first, V second, V loaded)
    {
        var half = V.All(0.5);
        var aisle = (V.Min(V.Floor(first * V.All(_shelves + 1)), V.All(_shelves)) - V.All(_shelves / 2d)) * V.All(Aisle);
        var (along, drop) = ((second - half) * V.All(ShelfLength), (first - half) * V.All(2d * (World.SemiX - 0.5)));
        var brings = loaded > V.All(0d);
        return (V.Select(brings, drop, aisle), V.Select(brings, V.All(0.4 - World.SemiY), along));
    }

    private static double SemiX(WarehouseOptions options) => options.Shelves is > 0 and <= 64
        ? Math.Max((options.Shelves + 1) / 2d * Aisle, 0.3 * options.Robots)
        : throw new ScenarioException($"Shelves: {options.Shelves} is not between 1 and 64");

    private static double SemiY(WarehouseOptions options) => (ShelfLength / 2d) + 1.6 + (options.Robots / (SemiX(options) * 4d));
}
