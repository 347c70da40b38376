using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>Two agents; each knows only to which landmark the other should go, and tells it.</summary>
internal sealed record ReferenceOptions : MpeOptions
{
    /// <summary>The share of its partner's distance in what an agent gets; the rest is the mean of both.</summary>
    public double LocalRatio { get; init; } = 0.5;

    /// <inheritdoc/>
    public override MpeScenario<V> Make<V>()
    {
        Checked("local ratio", LocalRatio);
        return new Reference<V>(this);
    }
}

/// <inheritdoc cref="ReferenceOptions"/>
internal sealed class Reference<V>(ReferenceOptions options) : MpeScenario<V>(
    options,
    channels: 10,
    [new MpeEntity("agent_0", 0.05) { Movable = true, Silent = false }, new MpeEntity("agent_1", 0.05) { Movable = true, Silent = false }],
    [
        new MpeEntity("landmark 0", 0.05) { Colour = [0.75, 0.25, 0.25] },
        new MpeEntity("landmark 1", 0.05) { Colour = [0.25, 0.75, 0.25] },
        new MpeEntity("landmark 2", 0.05) { Colour = [0.25, 0.25, 0.75] },
    ])
    where V : unmanaged, ILanes<V>
{
    private readonly V _local = V.All(options.LocalRatio);
    private readonly V _global = V.All(1d - options.LocalRatio);

    /// <summary>Goal i is where agent i wants its partner to be.</summary>
    public override int Goals => 2;

    /// <inheritdoc/>
    public override double? LocalRatio => options.LocalRatio;

    /// <inheritdoc/>
    public override IReadOnlyList<int> ObservationSizes { get; } = [21, 21];

    /// <inheritdoc/>
    public override void Paint(Tile<V> tile, int body, Span<V> colour)
    {
        if (body < Agents.Count)
        {
            SeeColour(Goal(tile, Partner(body)), colour);
        }
        else
        {
            base.Paint(tile, body, colour);
        }
    }

    /// <inheritdoc/>
    public override void Observe(Tile<V> tile, Span<V> observations)
    {
        var seen = observations;
        for (var agent = 0; agent < 2; agent++)
        {
            seen = See.Offsets(tile, agent, 2, 3, See.Velocity(tile, agent, seen));
            seen = SeeColour(Goal(tile, agent), seen);
            seen = SeeMessage(tile, MessageOf(Partner(agent)), seen);
        }
    }

    /// <inheritdoc/>
    protected override V Score(Tile<V> tile, Span<V> rewards)
    {
        var first = -Distance(tile, Partner(0), PlaceOf(tile, Goal(tile, 0)));
        var second = -Distance(tile, Partner(1), PlaceOf(tile, Goal(tile, 1)));
        var both = (first + second) / V.All(2d) * _global;
        rewards[0] = both + (first * _local);
        rewards[1] = both + (second * _local);
        return None;
    }

    private static int Partner(int agent) => 1 - agent;
}
