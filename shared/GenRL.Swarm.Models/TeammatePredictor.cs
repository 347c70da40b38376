using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models.Graphs;

namespace GenRL.Swarm.Models;

/// <summary>
/// Imagines the neighbours for 1 s while the ego follows the plan that it has told them. Done once per tick, not once per candidate: that
/// costs a quarter and loses nothing measurable (docs/adr).
/// </summary>
public sealed class TeammatePredictor : IDisposable
{
    private const int N = PlanShape.Neighbours;
    private const int T = PlanShape.ImaginedSteps;

    private static readonly TensorSpec[] InputSpecs =
    [
        new(GraphNames.EgoVelocity, 1, 2), new(GraphNames.ToldPlan, 1, 2 * T), new(GraphNames.NeighbourFeatures, N, NetworkShape.NeighbourFeatures),
        new(GraphNames.EgoMemory, 1, NetworkShape.Memory), new(GraphNames.EgoLatent, 1, NetworkShape.Latent),
        new(GraphNames.NeighbourMemory, N, NetworkShape.Memory), new(GraphNames.NeighbourLatent, N, NetworkShape.Latent), new(GraphNames.Mask, N, 1),
    ];

    private static readonly TensorSpec[] OutputSpecs =
        [new(GraphNames.NeighbourPath, N, 2 * T), new(GraphNames.NeighbourPathVelocity, N, 2 * T), new(GraphNames.EgoPath, 1, 2 * T)];

    internal TeammatePredictor(byte[] model, IReadOnlyList<string> executionProviders) =>
        Session = new GraphSession("predict", model, executionProviders, 1, InputSpecs, OutputSpecs);

    internal GraphSession Session { get; }

    /// <summary>Ego velocity now, [2], metres per second.</summary>
    public Span<float> EgoVelocity => Session.Buffer(GraphNames.EgoVelocity);

    /// <summary>The told plan as of now, [10,2], metres per second.</summary>
    public Span<float> ToldPlan => Session.Buffer(GraphNames.ToldPlan);

    /// <summary>What the neighbours' memories are told of now, [8,20].</summary>
    public Span<float> NeighbourFeatures => Session.Buffer(GraphNames.NeighbourFeatures);

    /// <summary>1 where a slot is in use, [8].</summary>
    public Span<float> Mask => Session.Buffer(GraphNames.Mask);

    /// <summary>Imagined positions at 0.1 ... 1.0 s, [8,10,2], metres from the ego's present position.</summary>
    public ReadOnlySpan<float> Paths => Session.Buffer(GraphNames.NeighbourPath);

    /// <summary>Imagined velocities, [8,10,2], metres per second.</summary>
    public ReadOnlySpan<float> Velocities => Session.Buffer(GraphNames.NeighbourPathVelocity);

    /// <summary>The ego's own imagined positions under its told plan, [10,2], metres from its present position.</summary>
    public ReadOnlySpan<float> EgoPath => Session.Buffer(GraphNames.EgoPath);

    /// <summary>Imagines from <paramref name="state"/>, which stays as it is. Allocates nothing.</summary>
    public void Run(RecurrentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.WriteTo(Session);
        Session.Run();
    }

    /// <inheritdoc/>
    public void Dispose() => Session.Dispose();
}
