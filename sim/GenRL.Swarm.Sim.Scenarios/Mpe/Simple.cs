using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>One agent goes to one landmark.</summary>
internal sealed record SimpleOptions : MpeOptions
{
    /// <inheritdoc/>
    public override MpeScenario<V> Make<V>() => new Simple<V>(this);
}

/// <inheritdoc cref="SimpleOptions"/>
internal sealed class Simple<V>(SimpleOptions options) : MpeScenario<V>(
    options,
    channels: 0,
    [new MpeEntity("agent_0", 0.05) { Movable = true }],
    [new MpeEntity("landmark 0", 0.05) { Colour = [0.75, 0.25, 0.25] }])
    where V : unmanaged, ILanes<V>
{
    /// <inheritdoc/>
    public override IReadOnlyList<int> ObservationSizes { get; } = [4];

    /// <inheritdoc/>
    public override void Observe(Tile<V> tile, Span<V> observations) => See.Offsets(tile, 0, 1, 1, See.Velocity(tile, 0, observations));

    /// <inheritdoc/>
    protected override V Score(Tile<V> tile, Span<V> rewards)
    {
        rewards[0] = -tile.SquaredDistance(0, 1);
        return None;
    }
}
