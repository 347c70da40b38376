using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Graphs;

namespace GenRL.Swarm.Benchmarks.Graphs;

/// <summary>The same tick as <see cref="StagedTick"/> in one call of <see cref="MergedModel"/>'s graph.</summary>
internal sealed class MergedTick : IDisposable
{
    private const int N = PlanShape.Neighbours;
    private const int T = PlanShape.ImaginedSteps;
    private const int NowColumns = 10;

    private readonly TickInputs _inputs;
    private readonly PresentRows _present = new();

    public MergedTick(ModelBundle bundle, Func<string, byte[]> read, TickInputs inputs)
    {
        _inputs = inputs;
        Session = new GraphSession("tick", MergedModel.Write(bundle, read), ["cpu"], bundle.Candidates(), Inputs(bundle.Candidates()), Outputs(bundle.Candidates()));
        Set($"encode/{GraphNames.EgoMotion}", inputs.EgoMotion);
        Set($"encode/{GraphNames.EgoSeen}", inputs.EgoSeen);
        Set($"encode/{GraphNames.NeighbourFeatures}", inputs.FeaturesBefore);
        Set($"encode/{GraphNames.NeighbourSeen}", inputs.Seen);
        Set($"encode/{GraphNames.Mask}", inputs.Mask);
        Set(GraphNames.EgoVelocity, inputs.EgoVelocity);
        Set(GraphNames.ToldPlan, inputs.ToldPlan.AsSpan(0, 2 * T));
        Set(MergedModel.ToldTail, inputs.ToldPlan.AsSpan(2 * T));
        Set(MergedModel.EgoNow, inputs.Ego.AsSpan(0, NowColumns));
        Set($"propose/{GraphNames.LidarBlock}", inputs.Lidar);
        Set($"propose/{GraphNames.NeighbourBlocks}", inputs.Blocks);
        Set($"propose/{GraphNames.Mask}", inputs.PolicyMask);
        Set(GraphNames.Noise, inputs.Noise);
        Set(MergedModel.Jitter, inputs.Jitter);
        Set(MergedModel.Fixed, inputs.Fixed);
        for (var row = 0; row < inputs.Neighbours; row++)
        {
            Session.Buffer(MergedModel.Slots)[(row * N) + row] = 1f;
        }
    }

    public GraphSession Session { get; }

    /// <summary>Imagined paths, [K,10,2], metres.</summary>
    public ReadOnlySpan<float> Paths => Session.Buffer(GraphNames.Paths);

    public void Run()
    {
        var state = _inputs.State;
        Set($"encode/{GraphNames.EgoMemory}", state.EgoMemory);
        Set($"encode/{GraphNames.EgoLatent}", state.EgoLatent);
        Set($"encode/{GraphNames.NeighbourMemory}", state.NeighbourMemory);
        Set($"encode/{GraphNames.NeighbourLatent}", state.NeighbourLatent);
        _present.Find(_inputs.Mask, Session.Buffer(GraphNames.Mask));
        _present.Gather(_inputs.Features, Session.Buffer(GraphNames.NeighbourFeatures));
        Session.Run(_present.Rows);
        Session.Buffer(GraphNames.EgoMemoryNext).CopyTo(state.EgoMemory, 0);
        Session.Buffer(GraphNames.EgoLatentNext).CopyTo(state.EgoLatent, 0);
        Session.Buffer(GraphNames.NeighbourMemoryNext).CopyTo(state.NeighbourMemory, 0);
        Session.Buffer(GraphNames.NeighbourLatentNext).CopyTo(state.NeighbourLatent, 0);
    }

    public void Dispose() => Session.Dispose();

    private void Set(string name, ReadOnlySpan<float> values) => values.CopyTo(Session.Buffer(name));

    private static TensorSpec[] Inputs(int candidates) =>
    [
        new($"encode/{GraphNames.EgoMotion}", 1, 4), new($"encode/{GraphNames.EgoSeen}", 1, 2), new($"encode/{GraphNames.NeighbourFeatures}", N, NetworkShape.NeighbourFeatures),
        new($"encode/{GraphNames.NeighbourSeen}", N, 2), new($"encode/{GraphNames.Mask}", N, 1), new($"encode/{GraphNames.EgoMemory}", 1, NetworkShape.Memory),
        new($"encode/{GraphNames.EgoLatent}", 1, NetworkShape.Latent), new($"encode/{GraphNames.NeighbourMemory}", N, NetworkShape.Memory),
        new($"encode/{GraphNames.NeighbourLatent}", N, NetworkShape.Latent), new(MergedModel.Slots, TensorSpec.Neighbours, N), new(GraphNames.EgoVelocity, 1, 2),
        new(GraphNames.NeighbourFeatures, TensorSpec.Neighbours, NetworkShape.NeighbourFeatures), new(GraphNames.Mask, TensorSpec.Neighbours, 1),
        new(GraphNames.ToldPlan, 1, 2 * T), new(MergedModel.ToldTail, 1, 10), new(MergedModel.EgoNow, 1, NowColumns), new($"propose/{GraphNames.LidarBlock}", 1, PlanShape.LidarSectors),
        new($"propose/{GraphNames.NeighbourBlocks}", N, ObservationShape.Neighbour), new($"propose/{GraphNames.Mask}", N, 1),
        new(GraphNames.Noise, candidates - ModelBundleOptions.FixedCandidates, NetworkShape.Chunk),
        new(MergedModel.Jitter, candidates - ModelBundleOptions.FixedCandidates, NetworkShape.Chunk), new(MergedModel.Fixed, ModelBundleOptions.FixedCandidates, NetworkShape.Chunk),
    ];

    private static TensorSpec[] Outputs(int candidates) =>
    [
        new(GraphNames.EgoMemoryNext, 1, NetworkShape.Memory), new(GraphNames.EgoLatentNext, 1, NetworkShape.Latent),
        new(GraphNames.NeighbourMemoryNext, N, NetworkShape.Memory), new(GraphNames.NeighbourLatentNext, N, NetworkShape.Latent), new(GraphNames.EgoExpected, 1, 2),
        new(GraphNames.EgoPath, 1, 2 * T), new(GraphNames.NeighbourPath, TensorSpec.Neighbours, 2 * T), new(GraphNames.Plans, candidates, NetworkShape.Chunk),
        new(GraphNames.Paths, candidates, 2 * T),
    ];
}
