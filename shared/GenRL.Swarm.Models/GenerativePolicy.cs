using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models.Graphs;

namespace GenRL.Swarm.Models;

/// <summary>
/// The one-step student of a conditional flow-matching policy: noise and observation in, K action chunks out. Sources: flow matching
/// (Lipman et al., arXiv 2210.02747), one-step distillation as in FQL (arXiv 2502.02538). A single sample is never flown: the planner scores them.
/// </summary>
public sealed class GenerativePolicy : IDisposable
{
    private static readonly TensorSpec[] InputSpecs =
    [
        new(GraphNames.EgoBlock, 1, ObservationShape.Ego), new(GraphNames.LidarBlock, 1, PlanShape.LidarSectors),
        new(GraphNames.NeighbourBlocks, PlanShape.Neighbours, ObservationShape.Neighbour), new(GraphNames.Mask, PlanShape.Neighbours, 1),
        new(GraphNames.Noise, TensorSpec.Candidates, NetworkShape.Chunk),
    ];

    private static readonly TensorSpec[] OutputSpecs = [new(GraphNames.Plans, TensorSpec.Candidates, NetworkShape.Chunk)];

    internal GenerativePolicy(byte[] model, IReadOnlyList<string> executionProviders, int samples)
    {
        Session = new GraphSession("propose", model, executionProviders, samples, InputSpecs, OutputSpecs);
        Samples = samples;
    }

    internal GraphSession Session { get; }

    /// <summary>Chunks per run.</summary>
    public int Samples { get; }

    /// <summary>Ego block, [16].</summary>
    public Span<float> Ego => Session.Buffer(GraphNames.EgoBlock);

    /// <summary>Lidar block, [32].</summary>
    public Span<float> Lidar => Session.Buffer(GraphNames.LidarBlock);

    /// <summary>Neighbour blocks, [8,16]; rows of absent neighbours are zero.</summary>
    public Span<float> Neighbours => Session.Buffer(GraphNames.NeighbourBlocks);

    /// <summary>1 where a neighbour is present, [8].</summary>
    public Span<float> Mask => Session.Buffer(GraphNames.Mask);

    /// <summary>Standard normal noise, [samples,30].</summary>
    public Span<float> Noise => Session.Buffer(GraphNames.Noise);

    /// <summary>Action chunks, [samples,15,2], metres per second, not yet limited. Valid after <see cref="Run"/>.</summary>
    public ReadOnlySpan<float> Plans => Session.Buffer(GraphNames.Plans);

    /// <summary>Proposes. Allocates nothing.</summary>
    public void Run() => Session.Run();

    /// <inheritdoc/>
    public void Dispose() => Session.Dispose();
}
