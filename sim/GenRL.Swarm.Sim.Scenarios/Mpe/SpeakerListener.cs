using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>A speaker that cannot move tells a listener, that cannot speak, to which landmark to go.</summary>
internal sealed record SpeakerListenerOptions : MpeOptions
{
    /// <inheritdoc/>
    public override MpeScenario<V> Make<V>() => new SpeakerListener<V>(this);
}

/// <inheritdoc cref="SpeakerListenerOptions"/>
internal sealed class SpeakerListener<V>(SpeakerListenerOptions options) : MpeScenario<V>(
    options,
    channels: 3,
    [new MpeEntity("speaker_0", 0.075) { Silent = false }, new MpeEntity("listener_0", 0.075) { Movable = true }],
    [
        new MpeEntity("landmark 0", 0.04) { Colour = [0.65, 0.15, 0.15] },
        new MpeEntity("landmark 1", 0.04) { Colour = [0.15, 0.65, 0.15] },
        new MpeEntity("landmark 2", 0.04) { Colour = [0.15, 0.15, 0.65] },
    ])
    where V : unmanaged, ILanes<V>
{
    private const int Speaker = 0;
    private const int Listener = 1;

    /// <inheritdoc/>
    public override int Goals => 1;

    /// <inheritdoc/>
    public override IReadOnlyList<int> ObservationSizes { get; } = [3, 11];

    /// <inheritdoc/>
    public override Role RoleOf(int body) => body == Speaker ? Role.Other : base.RoleOf(body);

    /// <inheritdoc/>
    public override void Paint(Tile<V> tile, int body, Span<V> colour)
    {
        if (body != Listener)
        {
            base.Paint(tile, body, colour);
            return;
        }

        SeeColour(Goal(tile, 0), colour);
        foreach (ref var channel in colour)
        {
            channel += V.All(0.45);
        }
    }

    /// <inheritdoc/>
    public override void Observe(Tile<V> tile, Span<V> observations)
    {
        var seen = SeeColour(Goal(tile, 0), observations);
        seen = See.Offsets(tile, Listener, 2, 3, See.Velocity(tile, Listener, seen));
        SeeMessage(tile, MessageOf(Speaker), seen);
    }

    /// <inheritdoc/>
    protected override V Score(Tile<V> tile, Span<V> rewards)
    {
        rewards.Fill(-SquaredDistance(tile, Listener, PlaceOf(tile, Goal(tile, 0))));
        return None;
    }
}
