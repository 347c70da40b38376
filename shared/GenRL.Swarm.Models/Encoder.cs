using System.Numerics;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models.Graphs;

namespace GenRL.Swarm.Models;

/// <summary>
/// One filtering step of the world model: what happened in the last tick goes into the memories of ego and neighbours. Source: the
/// recurrent state-space model (Hafner et al., arXiv 1811.04551), factored by entity. At run time the posterior's mean is taken.
/// </summary>
public sealed class Encoder : IDisposable
{
    private const int N = PlanShape.Neighbours;

    private static readonly TensorSpec[] InputSpecs =
    [
        new(GraphNames.EgoMotion, 1, 4), new(GraphNames.NeighbourFeatures, N, NetworkShape.NeighbourFeatures), new(GraphNames.Mask, N, 1),
        new(GraphNames.EgoSeen, 1, 2), new(GraphNames.NeighbourSeen, N, 2), new(GraphNames.EgoMemory, 1, NetworkShape.Memory),
        new(GraphNames.EgoLatent, 1, NetworkShape.Latent), new(GraphNames.NeighbourMemory, N, NetworkShape.Memory),
        new(GraphNames.NeighbourLatent, N, NetworkShape.Latent),
    ];

    private static readonly TensorSpec[] OutputSpecs =
    [
        new(GraphNames.EgoMemoryNext, 1, NetworkShape.Memory), new(GraphNames.EgoLatentNext, 1, NetworkShape.Latent),
        new(GraphNames.NeighbourMemoryNext, N, NetworkShape.Memory), new(GraphNames.NeighbourLatentNext, N, NetworkShape.Latent),
        new(GraphNames.EgoExpected, 1, 2),
    ];

    internal Encoder(byte[] model, IReadOnlyList<string> executionProviders) =>
        Session = new GraphSession("encode", model, executionProviders, 1, InputSpecs, OutputSpecs);

    internal GraphSession Session { get; }

    /// <summary>Ego velocity and executed command at the last tick, [4], metres per second. Write before <see cref="Update"/>.</summary>
    public Span<float> EgoMotion => Session.Buffer(GraphNames.EgoMotion);

    /// <summary>Change of the ego's velocity since, [2].</summary>
    public Span<float> EgoSeen => Session.Buffer(GraphNames.EgoSeen);

    /// <summary>What the neighbours' memories are told of the last tick, [8,20].</summary>
    public Span<float> NeighbourFeatures => Session.Buffer(GraphNames.NeighbourFeatures);

    /// <summary>Change of the neighbours' velocities since, [8,2].</summary>
    public Span<float> NeighbourSeen => Session.Buffer(GraphNames.NeighbourSeen);

    /// <summary>1 where a slot was in use at the last tick, [8].</summary>
    public Span<float> Mask => Session.Buffer(GraphNames.Mask);

    /// <summary>The change of velocity that the model expected before it saw the change, metres per second. Valid after <see cref="Update"/>.</summary>
    public Vector2 Expected
    {
        get
        {
            var expected = Session.Buffer(GraphNames.EgoExpected);
            return new Vector2(expected[0], expected[1]);
        }
    }

    /// <summary>Moves <paramref name="state"/> on by one tick. Allocates nothing.</summary>
    public void Update(RecurrentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.WriteTo(Session);
        Session.Run();
        Session.Buffer(GraphNames.EgoMemoryNext).AsSpan().CopyTo(state.EgoMemory);
        Session.Buffer(GraphNames.EgoLatentNext).AsSpan().CopyTo(state.EgoLatent);
        Session.Buffer(GraphNames.NeighbourMemoryNext).AsSpan().CopyTo(state.NeighbourMemory);
        Session.Buffer(GraphNames.NeighbourLatentNext).AsSpan().CopyTo(state.NeighbourLatent);
    }

    /// <inheritdoc/>
    public void Dispose() => Session.Dispose();
}
