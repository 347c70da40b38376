using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>N good agents know which of N landmarks is the goal and keep it from an adversary that sees only where they go.</summary>
internal sealed record AdversaryOptions : MpeOptions
{
    /// <summary>Number of good agents, and of landmarks.</summary>
    public int Good { get; init; } = 2;

    /// <summary>Other agents that an agent sees, the nearest; null for all.</summary>
    public int? AgentNeighbours { get; init; }

    /// <summary>Landmarks that an agent sees, the nearest; null for all.</summary>
    public int? LandmarkNeighbours { get; init; }

    /// <inheritdoc/>
    public override MpeScenario<V> Make<V>()
    {
        Checked("good", Good, 1);
        Checked("agent neighbours", AgentNeighbours);
        Checked("landmark neighbours", LandmarkNeighbours);
        return new Adversary<V>(this);
    }
}

/// <inheritdoc cref="AdversaryOptions"/>
internal sealed class Adversary<V>(AdversaryOptions options) : MpeScenario<V>(
    options,
    channels: 2,
    [
        new MpeEntity("adversary_0", Radius) { Movable = true, Adversary = true, Colour = [0.85, 0.35, 0.35] },
        .. Enumerable.Range(0, options.Good).Select(i => new MpeEntity($"agent_{i}", Radius) { Movable = true, Colour = [0.35, 0.35, 0.85] }),
    ],
    [.. Enumerable.Range(0, options.Good).Select(i => new MpeEntity($"landmark {i}", 0.08) { Colour = [0.15, 0.15, 0.15] })])
    where V : unmanaged, ILanes<V>
{
    private const double Radius = 0.15;

    private readonly int _agents = options.Good + 1;
    private readonly int _agentSlots = options.AgentNeighbours ?? options.Good;
    private readonly int _landmarkSlots = options.LandmarkNeighbours ?? options.Good;

    /// <inheritdoc/>
    public override int Goals => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<int> ObservationSizes =>
        [.. Enumerable.Range(0, _agents).Select(i => (i == 0 ? 0 : 2) + (2 * _landmarkSlots) + (2 * _agentSlots))];

    /// <inheritdoc/>
    public override void Paint(Tile<V> tile, int body, Span<V> colour)
    {
        base.Paint(tile, body, colour);
        if (body >= _agents)
        {
            var away = V.Abs(Goal(tile, 0) - V.All(body - _agents));
            colour[1] = V.Select(away < V.All(0.5), V.All(0.65), colour[1]);
        }
    }

    /// <inheritdoc/>
    public override void Observe(Tile<V> tile, Span<V> observations)
    {
        var seen = observations;
        var goal = PlaceOf(tile, Goal(tile, 0));
        for (var agent = 0; agent < _agents; agent++)
        {
            seen = agent == 0 ? seen : See.Point(tile, agent, goal, seen);
            seen = options.LandmarkNeighbours is null
                ? See.Offsets(tile, agent, _agents, options.Good, seen)
                : See.Nearest(tile, agent, _agents, options.Good, _landmarkSlots, seen);
            seen = options.AgentNeighbours is null
                ? See.Offsets(tile, agent, 0, _agents, seen)
                : See.Nearest(tile, agent, 0, _agents, _agentSlots, seen);
        }
    }

    /// <inheritdoc/>
    protected override V Score(Tile<V> tile, Span<V> rewards)
    {
        var goal = PlaceOf(tile, Goal(tile, 0));
        var away = Distance(tile, 0, goal);
        var least = Distance(tile, 1, goal);
        for (var agent = 2; agent < _agents; agent++)
        {
            least = V.Min(least, Distance(tile, agent, goal));
        }

        rewards.Fill(away - least);
        rewards[0] = -away;
        return None;
    }
}
