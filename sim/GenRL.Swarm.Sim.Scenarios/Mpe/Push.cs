using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>A good agent goes to the landmark of its colour; an adversary, who does not know which it is, pushes it away.</summary>
internal sealed record PushOptions : MpeOptions
{
    /// <inheritdoc/>
    public override MpeScenario<V> Make<V>() => new Push<V>(this);
}

/// <inheritdoc cref="PushOptions"/>
internal sealed class Push<V>(PushOptions options) : MpeScenario<V>(
    options,
    channels: 2,
    [
        new MpeEntity("adversary_0", 0.05) { Movable = true, Collides = true, Adversary = true, Colour = [0.75, 0.25, 0.25] },
        new MpeEntity("agent_0", 0.05) { Movable = true, Collides = true },
    ],
    [new MpeEntity("landmark 0", 0.05) { Colour = [0.1, 0.9, 0.1] }, new MpeEntity("landmark 1", 0.05) { Colour = [0.1, 0.1, 0.9] }])
    where V : unmanaged, ILanes<V>
{
    private const int Bad = 0;
    private const int Good = 1;

    /// <inheritdoc/>
    public override int Goals => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<int> ObservationSizes { get; } = [8, 19];

    /// <inheritdoc/>
    public override void Paint(Tile<V> tile, int body, Span<V> colour)
    {
        base.Paint(tile, body, colour);
        if (body == Good)
        {
            // Brighter in the channel in which its landmark is.
            colour[1] += (V.All(1d) - Goal(tile, 0)) * V.All(0.5);
            colour[2] += Goal(tile, 0) * V.All(0.5);
        }
    }

    /// <inheritdoc/>
    public override void Observe(Tile<V> tile, Span<V> observations)
    {
        var seen = See.Velocity(tile, Bad, observations);
        seen = See.Offsets(tile, Bad, 2, 2, seen);
        seen = See.Offsets(tile, Bad, 0, 2, seen);

        seen = See.Velocity(tile, Good, seen);
        seen = See.Point(tile, Good, PlaceOf(tile, Goal(tile, 0)), seen);
        Paint(tile, Good, seen[..3]);
        seen = See.Offsets(tile, Good, 2, 2, seen[3..]);
        seen = SeeColour(V.All(0d), seen);
        seen = SeeColour(V.All(1d), seen);
        See.Offsets(tile, Good, 0, 2, seen);
    }

    /// <inheritdoc/>
    protected override V Score(Tile<V> tile, Span<V> rewards)
    {
        var goal = PlaceOf(tile, Goal(tile, 0));
        var away = Distance(tile, Good, goal);
        rewards[Good] = -away;
        rewards[Bad] = away - Distance(tile, Bad, goal);
        return None;
    }
}
