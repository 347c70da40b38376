using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>What can be chosen about <see cref="Coverage{V}"/>.</summary>
/// <param name="Robots">Number of robots, those that join later included.</param>
/// <param name="Late">How many of them join later at most: 0 to this many, drawn per episode.</param>
/// <param name="Points">Number of points to be covered.</param>
/// <param name="FailureRate">Failures of a robot per second.</param>
public sealed record CoverageOptions(int Robots = 6, int Late = 2, int Points = 4, double FailureRate = 0.01) : IBodyScenarioFactory
{
    /// <summary>How floors, motors and sensors vary. Default not at all.</summary>
    public RandomisationSpec Randomisation { get; init; } = RandomisationSpec.Nominal;

    /// <inheritdoc/>
    public BodyScenario<V> Create<V>()
        where V : unmanaged, ILanes<V> => new Coverage<V>(this);
}

/// <summary>
/// Robots cover points, and fail: one that has failed stays where it is for good, an obstacle that no neighbour sees. Late ones wait at the lower
/// wall and join within ten seconds; how many there are, and when each joins, is drawn per episode. Reward, shared by those at work: minus the mean distance from each point to the nearest
/// working robot, times 0.1; and -1 per thing touched. The episode ends when nobody is left.
/// </summary>
internal sealed class Coverage<V> : SwarmScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const double LatestJoin = 100d;
    private readonly CoverageOptions _options;
    private readonly double _failure;
    private readonly int _works;
    private readonly int _joins;
    private readonly int[] _present;

    public Coverage(CoverageOptions options)
        : base(new SwarmWorld(SwarmRobot.Some(options.Robots), Field.Semi(options.Robots), Field.Semi(options.Robots))
        {
            Fixtures = [.. Enumerable.Range(0, options.Points).Select(i => Goal($"point {i}"))],
            Randomisation = options.Randomisation,
            TaskNumbers = 1 + (2 * options.Points),
        })
    {
        Require(options.Late >= 0 && options.Late < options.Robots, $"Late: {options.Late} is not between 0 and {options.Robots - 1}");
        Require(options.FailureRate is >= 0d and <= 10d, $"FailureRate: {options.FailureRate} is not between 0 and 10 per second");
        Require(options.Late * Field.Separation <= 2d * World.SemiX, $"Late: {options.Late} robots do not fit along a wall of {2d * World.SemiX} m");
        SwarmWorld.RequireRoom("Points", options.Points, Field.Separation, Field.Extent(options.Robots), Field.Extent(options.Robots));
        (_options, _failure) = (options, 1d - Math.Exp(-options.FailureRate * Physics.Dt));
        (_works, _joins) = (Map.Take(options.Robots), Map.Take(options.Robots));
        _present = [.. Enumerable.Range(_works, options.Robots)];

        static void Require(bool condition, string message)
        {
            if (!condition)
            {
                throw new ScenarioException(message);
            }
        }
    }

    protected override ReadOnlySpan<int> Present => _present;

    public override void Act(Tile<V> tile, ReadOnlySpan<V> actions, Forces<V> forces)
    {
        Span<V> own = stackalloc V[actions.Length];
        for (var i = 0; i < own.Length; i++)
        {
            own[i] = V.Select(tile.Memory(_works + (i / 2)) > V.All(0d), actions[i], V.All(0d));
        }

        base.Act(tile, own, forces);
    }

    protected override void Place(Tile<V> tile, Spawn<V> spawn)
    {
        var extent = Field.Extent(Robots.Length);
        Span<int> points = stackalloc int[_options.Points];
        for (var point = 0; point < points.Length; point++)
        {
            points[point] = FirstFixture + point;
            spawn.PlaceApart(points[point], extent, extent, Field.Separation, points[..point]);
        }

        var early = V.All(Robots.Length) - spawn.Choice(_options.Late + 1);
        for (var i = 0; i < Robots.Length; i++)
        {
            spawn.PlaceApart(Robots[i], extent, extent, Field.Separation, Robots.AsSpan(0, i));
            var waits = V.All(i) >= early;
            spawn.Set(ref tile.Memory(_works + i), Flag(~waits));
            spawn.Set(ref tile.Memory(_joins + i), V.Select(waits, V.Floor(spawn.Uniform(1d, LatestJoin)), V.All(-1d)));
        }

        // Those that wait stand in a row along the wall.
        for (var i = Robots.Length - _options.Late; i < Robots.Length; i++)
        {
            var waits = tile.Memory(_joins + i) >= V.All(0d);
            var (x, y) = ((i - Robots.Length + ((_options.Late + 1) / 2d)) * Field.Separation, 0.2 - World.SemiY);
            spawn.Place(Robots[i], V.Select(waits, V.All(x), tile.X(Robots[i])), V.Select(waits, V.All(y), tile.Y(Robots[i])));
        }
    }

    protected override V Reward(Tile<V> tile, Span<V> rewards)
    {
        var (zero, one, open) = (V.All(0d), V.All(1d), V.All(0d));
        for (var i = 0; i < Robots.Length; i++)
        {
            ref var works = ref tile.Memory(_works + i);
            ref var joins = ref tile.Memory(_joins + i);
            works = V.Select(tile.Uniform() < V.All(_failure), zero, works);
            var now = (joins >= zero) & (tile.Steps >= joins);
            works = V.Select(now, one, works);
            joins = V.Select(now, V.All(-1d), joins);
            open = V.Max(open, V.Max(works, Flag(joins >= zero)));
        }

        var shared = Uncovered(tile) * V.All(-0.1 / _options.Points);
        for (var i = 0; i < Robots.Length; i++)
        {
            rewards[i] = V.Select(tile.Memory(_works + i) > zero, shared - Touches(tile, i), zero);
        }

        return open <= zero;
    }

    protected override void Observe(Tile<V> tile, int robot, ref Row<V> row)
    {
        row.Add(tile.Memory(_works + robot));
        for (var point = 0; point < _options.Points; point++)
        {
            AddOffset(tile, robot, FirstFixture + point, ref row);
        }
    }

    /// <summary>The distances from the points to the nearest working robot, summed, m.</summary>
    private V Uncovered(Tile<V> tile)
    {
        var (sum, far) = (V.All(0d), V.All(4d * World.SemiX * World.SemiX));
        for (var point = 0; point < _options.Points; point++)
        {
            var nearest = far;
            for (var i = 0; i < Robots.Length; i++)
            {
                var works = tile.Memory(_works + i) > V.All(0d);
                nearest = V.Min(nearest, V.Select(works, tile.SquaredDistance(FirstFixture + point, Robots[i]), far));
            }

            sum += V.Sqrt(nearest);
        }

        return sum;
    }
}
