using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>Good agents eat, and hide in forests from adversaries, whose leader sees all and tells.</summary>
internal sealed record WorldCommOptions : MpeOptions
{
    /// <summary>The hunted.</summary>
    public int Good { get; init; } = 2;

    /// <summary>The hunters, the leader among them.</summary>
    public int Adversaries { get; init; } = 4;

    /// <summary>Discs in the way.</summary>
    public int Obstacles { get; init; } = 1;

    /// <summary>Pieces of food.</summary>
    public int Food { get; init; } = 2;

    /// <summary>Forests.</summary>
    public int Forests { get; init; } = 2;

    /// <inheritdoc/>
    public override MpeScenario<V> Make<V>()
    {
        Checked("good", Good, 1);
        Checked("adversaries", Adversaries, 1);
        Checked("obstacles", Obstacles, 0);
        Checked("food", Food, 1);
        Checked("forests", Forests, 0);
        return new WorldComm<V>(this);
    }
}

/// <inheritdoc cref="WorldCommOptions"/>
internal sealed class WorldComm<V>(WorldCommOptions options) : MpeScenario<V>(
    options,
    channels: 4,
    [
        .. Enumerable.Range(0, options.Adversaries).Select(AdversaryOf),
        .. Enumerable.Range(0, options.Good).Select(GoodOf),
    ],
    [
        .. Enumerable.Range(0, options.Obstacles).Select(i => new MpeEntity($"landmark {i}", 0.2) { Collides = true }),
        .. Enumerable.Range(0, options.Food).Select(i => new MpeEntity($"food {i}", FoodRadius) { Colour = [0.15, 0.15, 0.65] }),
        .. Enumerable.Range(0, options.Forests).Select(i => new MpeEntity($"forest {i}", ForestRadius) { Colour = [0.6, 0.9, 0.6] }),
    ])
    where V : unmanaged, ILanes<V>
{
    private const double AdversaryRadius = 0.075;
    private const double GoodRadius = 0.045;
    private const double FoodRadius = 0.03;
    private const double ForestRadius = 0.3;

    private readonly int _agents = options.Adversaries + options.Good;
    private readonly int _food = options.Adversaries + options.Good + options.Obstacles;
    private readonly int _forests = options.Adversaries + options.Good + options.Obstacles + options.Food;

    /// <inheritdoc/>
    public override IReadOnlyList<int> ObservationSizes { get; } =
        [.. Enumerable.Range(0, options.Adversaries + options.Good).Select(i => SizeOf(options, i < options.Adversaries))];

    /// <inheritdoc/>
    protected override double LandmarkRange => 0.9;

    /// <inheritdoc/>
    public override Role RoleOf(int body) =>
        body >= _forests ? Role.Floor
        : body >= _food ? Role.Load
        : body >= _agents ? Role.Obstacle
        : !Agents[body].Adversary ? Role.Prey
        : Agents[body].Leader ? Role.Other
        : Role.Robot;

    /// <inheritdoc/>
    public override void Observe(Tile<V> tile, Span<V> observations)
    {
        Span<V> inside = stackalloc V[_agents * options.Forests];
        Span<V> hidden = stackalloc V[_agents];
        Enter(tile, inside, hidden);
        var seen = observations;
        Span<V> visible = stackalloc V[_agents];
        for (var agent = 0; agent < _agents; agent++)
        {
            Look(agent, inside, hidden, visible);
            seen = See.Position(tile, agent, See.Velocity(tile, agent, seen));
            seen = See.Offsets(tile, agent, _agents, Landmarks.Count, seen);
            seen = SeeOthers(tile, agent, visible, seen);
            if (Agents[agent].Adversary)
            {
                seen = SeeGood(tile, agent, visible, seen);
                seen = SeeForests(inside.Slice(agent * options.Forests, options.Forests), seen);
                seen = SeeMessage(tile, MessageOf(0), seen);
            }
            else
            {
                seen = SeeForests(inside.Slice(agent * options.Forests, options.Forests), seen);
                seen = SeeGood(tile, agent, visible, seen);
            }
        }
    }

    /// <inheritdoc/>
    protected override V Score(Tile<V> tile, Span<V> rewards)
    {
        var (zero, hunted) = (V.All(0d), V.All(0d));
        for (var good = options.Adversaries; good < _agents; good++)
        {
            var caught = zero;
            for (var adversary = 0; adversary < options.Adversaries; adversary++)
            {
                caught += V.Select(Touches(tile, good, adversary, AdversaryRadius + GoodRadius), V.All(5d), zero);
            }

            hunted += caught;
            rewards[good] = Eat(tile, good) - caught - (V.All(2d) * (Bound.Of(tile.X(good)) + Bound.Of(tile.Y(good))));
        }

        for (var adversary = 0; adversary < options.Adversaries; adversary++)
        {
            rewards[adversary] = hunted - (V.All(0.1) * Least(tile, adversary, options.Adversaries, options.Good));
        }

        return None;
    }

    private static MpeEntity AdversaryOf(int i) => new(i == 0 ? "leadadversary_0" : $"adversary_{i - 1}", AdversaryRadius)
    {
        Movable = true,
        Collides = true,
        Adversary = true,
        Leader = i == 0,
        Silent = i > 0,
        Acceleration = 3d,
        MaxSpeed = 1d,
        Colour = i == 0 ? [0.65, 0.15, 0.15] : [0.95, 0.45, 0.45],
    };

    private static MpeEntity GoodOf(int i) => new($"agent_{i}", GoodRadius)
    {
        Movable = true,
        Collides = true,
        Acceleration = 4d,
        MaxSpeed = 1.3,
        Colour = [0.45, 0.95, 0.45],
    };

    private static int SizeOf(WorldCommOptions options, bool adversary)
    {
        var landmarks = options.Obstacles + options.Food + options.Forests;
        var others = options.Adversaries + options.Good - 1;
        return 4 + (2 * landmarks) + (2 * others) + options.Forests + (adversary ? (2 * options.Good) + 4 : 2 * (options.Good - 1));
    }

    private static V Touches(Tile<V> tile, int a, int b, double reach) => tile.SquaredDistance(a, b) < V.All(reach * reach);

    private static V Least(Tile<V> tile, int from, int first, int count)
    {
        var least = tile.SquaredDistance(from, first);
        for (var body = first + 1; body < first + count; body++)
        {
            least = V.Min(least, tile.SquaredDistance(from, body));
        }

        return V.Sqrt(least);
    }

    private V Eat(Tile<V> tile, int good)
    {
        var earned = -(V.All(0.05) * Least(tile, good, _food, options.Food));
        for (var food = _food; food < _forests; food++)
        {
            earned += V.Select(Touches(tile, good, food, GoodRadius + FoodRadius), V.All(2d), V.All(0d));
        }

        return earned;
    }

    /// <summary>Who is in which forest, and who in any.</summary>
    private void Enter(Tile<V> tile, Span<V> inside, Span<V> hidden)
    {
        for (var agent = 0; agent < _agents; agent++)
        {
            hidden[agent] = None;
            for (var forest = 0; forest < options.Forests; forest++)
            {
                var within = Touches(tile, agent, _forests + forest, Agents[agent].Radius + ForestRadius);
                inside[(agent * options.Forests) + forest] = within;
                hidden[agent] |= within;
            }
        }
    }

    /// <summary>Whom an agent sees: who shares a forest with it, or is in none as it is; the leader sees all.</summary>
    private void Look(int agent, ReadOnlySpan<V> inside, ReadOnlySpan<V> hidden, Span<V> visible)
    {
        for (var other = 0; other < _agents; other++)
        {
            visible[other] = Agents[agent].Leader ? ~None : ~(hidden[agent] | hidden[other]);
            for (var forest = 0; forest < options.Forests; forest++)
            {
                visible[other] |= inside[(agent * options.Forests) + forest] & inside[(other * options.Forests) + forest];
            }
        }
    }

    private Span<V> SeeOthers(Tile<V> tile, int agent, scoped ReadOnlySpan<V> visible, Span<V> seen)
    {
        for (var other = 0; other < _agents; other++)
        {
            if (other != agent)
            {
                seen[0] = V.Select(visible[other], tile.X(other) - tile.X(agent), V.All(0d));
                seen[1] = V.Select(visible[other], tile.Y(other) - tile.Y(agent), V.All(0d));
                seen = seen[2..];
            }
        }

        return seen;
    }

    private Span<V> SeeGood(Tile<V> tile, int agent, scoped ReadOnlySpan<V> visible, Span<V> seen)
    {
        for (var good = options.Adversaries; good < _agents; good++)
        {
            if (good != agent)
            {
                seen[0] = V.Select(visible[good], tile.VelocityX(good), V.All(0d));
                seen[1] = V.Select(visible[good], tile.VelocityY(good), V.All(0d));
                seen = seen[2..];
            }
        }

        return seen;
    }

    private static Span<V> SeeForests(scoped ReadOnlySpan<V> inside, Span<V> seen)
    {
        for (var forest = 0; forest < inside.Length; forest++)
        {
            seen[forest] = V.Select(inside[forest], V.All(1d), V.All(-1d));
        }

        return seen[inside.Length..];
    }
}
