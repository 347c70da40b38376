using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>Slower adversaries hunt faster good agents among obstacles.</summary>
internal sealed record TagOptions : MpeOptions
{
    /// <summary>The hunted.</summary>
    public int Good { get; init; } = 1;

    /// <summary>The hunters.</summary>
    public int Adversaries { get; init; } = 3;

    /// <summary>Discs in the way.</summary>
    public int Obstacles { get; init; } = 2;

    /// <summary>Whether the curriculum's first stage is on, in which the hunted have half their speed and force.</summary>
    public bool Curriculum { get; init; }

    /// <summary>Whether an episode ends when all hunted are caught at once.</summary>
    public bool TerminateOnSuccess { get; init; }

    /// <summary>Other agents that an agent sees, the nearest; null for all.</summary>
    public int? AgentNeighbours { get; init; }

    /// <summary>Obstacles that an agent sees, the nearest; null for all.</summary>
    public int? LandmarkNeighbours { get; init; }

    /// <inheritdoc/>
    public override MpeScenario<V> Make<V>()
    {
        Checked("good", Good, 0);
        Checked("adversaries", Adversaries, 0);
        Checked("agents", Good + Adversaries, 1);
        Checked("obstacles", Obstacles, 0);
        Checked("agent neighbours", AgentNeighbours);
        Checked("landmark neighbours", LandmarkNeighbours);
        return new Tag<V>(this);
    }
}

/// <inheritdoc cref="TagOptions"/>
internal sealed class Tag<V>(TagOptions options) : MpeScenario<V>(
    options,
    channels: 2,
    [
        .. Enumerable.Range(0, options.Adversaries).Select(AdversaryOf),
        .. Enumerable.Range(0, options.Good).Select(i => GoodOf(i, options.Curriculum ? 0.5 : 1d)),
    ],
    [.. Enumerable.Range(0, options.Obstacles).Select(i => new MpeEntity($"landmark {i}", 0.2) { Collides = true })])
    where V : unmanaged, ILanes<V>
{
    private const double AdversaryRadius = 0.075;
    private const double GoodRadius = 0.05;

    private readonly int _count = options.Adversaries + options.Good;
    private readonly V _squaredTouch = V.All((AdversaryRadius + GoodRadius) * (AdversaryRadius + GoodRadius));

    /// <inheritdoc/>
    public override IReadOnlyList<int> ObservationSizes { get; } =
        [.. Enumerable.Range(0, options.Adversaries + options.Good).Select(i => SizeOf(options, i >= options.Adversaries))];

    /// <inheritdoc/>
    protected override double LandmarkRange => 0.9;

    /// <inheritdoc/>
    public override Role RoleOf(int body) =>
        body >= _count ? Role.Obstacle : Agents[body].Adversary ? Role.Robot : Role.Prey;

    /// <inheritdoc/>
    public override void Observe(Tile<V> tile, Span<V> observations)
    {
        var seen = observations;
        for (var agent = 0; agent < _count; agent++)
        {
            seen = See.Position(tile, agent, See.Velocity(tile, agent, seen));
            seen = options.LandmarkNeighbours is { } obstacles
                ? See.Nearest(tile, agent, _count, options.Obstacles, obstacles, seen)
                : See.Offsets(tile, agent, _count, options.Obstacles, seen);
            seen = options.AgentNeighbours is { } neighbours
                ? See.NearestInMotion(tile, agent, _count, neighbours, options.Adversaries, seen)
                : SeeAll(tile, agent, seen);
        }
    }

    /// <inheritdoc/>
    protected override V Score(Tile<V> tile, Span<V> rewards)
    {
        var (zero, ten, hunted, caught) = (V.All(0d), V.All(10d), V.All(0d), ~None);
        for (var good = options.Adversaries; good < _count; good++)
        {
            var (own, touched) = (zero, None);
            for (var adversary = 0; adversary < options.Adversaries; adversary++)
            {
                var hit = tile.SquaredDistance(good, adversary) < _squaredTouch;
                own += V.Select(hit, ten, zero);
                touched |= hit;
            }

            hunted += own;
            caught &= touched;
            rewards[good] = -own - Bound.Of(tile.X(good)) - Bound.Of(tile.Y(good));
        }

        rewards[..options.Adversaries].Fill(hunted);
        return options.TerminateOnSuccess ? caught : None;
    }

    private static MpeEntity AdversaryOf(int i) => new($"adversary_{i}", AdversaryRadius)
    {
        Movable = true,
        Collides = true,
        Adversary = true,
        Acceleration = 3d,
        MaxSpeed = 1d,
        Colour = [0.85, 0.35, 0.35],
    };

    private static MpeEntity GoodOf(int i, double speed) => new($"agent_{i}", GoodRadius)
    {
        Movable = true,
        Collides = true,
        Acceleration = 4d * speed,
        MaxSpeed = 1.3 * speed,
        Colour = [0.35, 0.85, 0.35],
    };

    private static int SizeOf(TagOptions options, bool good)
    {
        var others = options.AgentNeighbours is { } slots ? 4 * slots
            : (2 * (options.Adversaries + options.Good - 1)) + (2 * (good ? options.Good - 1 : options.Good));
        return 4 + (2 * (options.LandmarkNeighbours ?? options.Obstacles)) + others;
    }

    private Span<V> SeeAll(Tile<V> tile, int agent, Span<V> seen)
    {
        seen = See.Offsets(tile, agent, 0, _count, seen);
        for (var good = options.Adversaries; good < _count; good++)
        {
            seen = good == agent ? seen : See.Velocity(tile, good, seen);
        }

        return seen;
    }
}
