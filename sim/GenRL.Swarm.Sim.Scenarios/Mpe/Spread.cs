using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>N agents spread over N landmarks without running into each other.</summary>
internal sealed record SpreadOptions : MpeOptions
{
    /// <summary>Number of agents, and of landmarks.</summary>
    public int Agents { get; init; } = 3;

    /// <summary>The share of its own collisions in what an agent gets; the rest is the team's coverage.</summary>
    public double LocalRatio { get; init; } = 0.5;

    /// <summary>Whether the curriculum's first stage is on, in which collisions cost nothing.</summary>
    public bool Curriculum { get; init; }

    /// <summary>Whether an episode ends when there is an agent within 0.1 m of every landmark.</summary>
    public bool TerminateOnSuccess { get; init; }

    /// <summary>Other agents that an agent sees, the nearest; null for all.</summary>
    public int? AgentNeighbours { get; init; }

    /// <summary>Landmarks that an agent sees, the nearest; null for all.</summary>
    public int? LandmarkNeighbours { get; init; }

    /// <inheritdoc/>
    public override MpeScenario<V> Make<V>()
    {
        Checked("agents", Agents, 1);
        Checked("local ratio", LocalRatio);
        Checked("agent neighbours", AgentNeighbours);
        Checked("landmark neighbours", LandmarkNeighbours);
        return new Spread<V>(this);
    }
}

/// <inheritdoc cref="SpreadOptions"/>
internal sealed class Spread<V>(SpreadOptions options) : MpeScenario<V>(
    options,
    channels: 2,
    [.. Enumerable.Range(0, options.Agents).Select(AgentOf)],
    [.. Enumerable.Range(0, options.Agents).Select(i => new MpeEntity($"landmark {i}", 0.05))])
    where V : unmanaged, ILanes<V>
{
    private const double Radius = 0.15;
    private const double Capture = 0.1;

    private readonly int _count = options.Agents;
    private readonly int _agentSlots = options.AgentNeighbours ?? options.Agents - 1;
    private readonly int _landmarkSlots = options.LandmarkNeighbours ?? options.Agents;
    private readonly V _local = V.All(options.LocalRatio);
    private readonly V _global = V.All(1d - options.LocalRatio);
    private readonly V _hit = V.All(options.Curriculum ? 0d : 1d);
    private readonly V _squaredTouch = V.All(2d * Radius * 2d * Radius);

    /// <inheritdoc/>
    public override IReadOnlyList<int> ObservationSizes { get; } =
    [
        .. Enumerable.Repeat(
            4 + (2 * (options.LandmarkNeighbours ?? options.Agents)) + (4 * (options.AgentNeighbours ?? options.Agents - 1)), options.Agents),
    ];

    /// <inheritdoc/>
    public override double? LocalRatio => options.LocalRatio;

    /// <inheritdoc/>
    public override void Observe(Tile<V> tile, Span<V> observations)
    {
        var seen = observations;
        for (var agent = 0; agent < _count; agent++)
        {
            seen = See.Position(tile, agent, See.Velocity(tile, agent, seen));
            seen = options.LandmarkNeighbours is null
                ? See.Offsets(tile, agent, _count, _count, seen)
                : See.Nearest(tile, agent, _count, _count, _landmarkSlots, seen);
            seen = options.AgentNeighbours is null
                ? See.Offsets(tile, agent, 0, _count, seen)
                : See.Nearest(tile, agent, 0, _count, _agentSlots, seen);
            seen = See.Zeros(Channels * _agentSlots, seen);
        }
    }

    /// <inheritdoc/>
    protected override V Score(Tile<V> tile, Span<V> rewards)
    {
        var (coverage, covered) = (V.All(0d), ~None);
        for (var landmark = _count; landmark < 2 * _count; landmark++)
        {
            var least = tile.SquaredDistance(0, landmark);
            for (var agent = 1; agent < _count; agent++)
            {
                least = V.Min(least, tile.SquaredDistance(agent, landmark));
            }

            var distance = V.Sqrt(least);
            coverage -= distance;
            covered &= distance < V.All(Capture);
        }

        rewards.Clear();
        for (var i = 0; i < _count; i++)
        {
            for (var j = i + 1; j < _count; j++)
            {
                var hit = V.Select(tile.SquaredDistance(i, j) < _squaredTouch, _hit, V.All(0d));
                rewards[i] -= hit;
                rewards[j] -= hit;
            }

            rewards[i] = (coverage * _global) + (rewards[i] * _local);
        }

        return options.TerminateOnSuccess ? covered : None;
    }

    private static MpeEntity AgentOf(int i) => new($"agent_{i}", Radius) { Movable = true, Collides = true, Colour = [0.35, 0.35, 0.85] };
}
