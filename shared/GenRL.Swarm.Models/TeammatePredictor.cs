using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models.Graphs;

namespace GenRL.Swarm.Models;

/// <summary>
/// Imagines the neighbours for 1 s while the ego follows the plan that it has told them. Done once per tick, not once per candidate (docs/adr).
/// Only neighbours that are there are computed.
/// </summary>
public sealed class TeammatePredictor : IDisposable
{
    private const int N = PlanShape.Neighbours;
    private const int T = PlanShape.ImaginedSteps;
    private const int Rows = TensorSpec.Neighbours;

    private static readonly TensorSpec[] InputSpecs =
    [
        new(GraphNames.EgoVelocity, 1, 2), new(GraphNames.ToldPlan, 1, 2 * T), new(GraphNames.NeighbourFeatures, Rows, NetworkShape.NeighbourFeatures),
        new(GraphNames.EgoMemory, 1, NetworkShape.Memory), new(GraphNames.EgoLatent, 1, NetworkShape.Latent),
        new(GraphNames.NeighbourMemory, Rows, NetworkShape.Memory), new(GraphNames.NeighbourLatent, Rows, NetworkShape.Latent), new(GraphNames.Mask, Rows, 1),
    ];

    private static readonly TensorSpec[] OutputSpecs =
        [new(GraphNames.NeighbourPath, Rows, 2 * T), new(GraphNames.NeighbourPathVelocity, Rows, 2 * T), new(GraphNames.EgoPath, 1, 2 * T)];

    private readonly PresentRows _present = new();
    private readonly float[] _features = new float[N * NetworkShape.NeighbourFeatures];
    private readonly float[] _mask = new float[N];
    private readonly float[] _paths = new float[N * 2 * T];
    private readonly float[] _velocities = new float[N * 2 * T];

    internal TeammatePredictor(byte[] model, IReadOnlyList<string> executionProviders) =>
        Session = new GraphSession("predict", model, executionProviders, 1, InputSpecs, OutputSpecs);

    internal GraphSession Session { get; }

    /// <summary>Ego velocity now, [2], metres per second.</summary>
    public Span<float> EgoVelocity => Session.Buffer(GraphNames.EgoVelocity);

    /// <summary>The told plan as of now, [10,2], metres per second.</summary>
    public Span<float> ToldPlan => Session.Buffer(GraphNames.ToldPlan);

    /// <summary>What the neighbours' memories are told of now, [8,20].</summary>
    public Span<float> NeighbourFeatures => _features;

    /// <summary>1 where a slot is in use, [8].</summary>
    public Span<float> Mask => _mask;

    /// <summary>Imagined positions at 0.1 ... 1.0 s, [8,10,2], metres from the ego's present position; 0 where a slot is not in use.</summary>
    public ReadOnlySpan<float> Paths => _paths;

    /// <summary>Imagined velocities, [8,10,2], metres per second; 0 where a slot is not in use.</summary>
    public ReadOnlySpan<float> Velocities => _velocities;

    /// <summary>The ego's own imagined positions under its told plan, [10,2], metres from its present position.</summary>
    public ReadOnlySpan<float> EgoPath => Session.Buffer(GraphNames.EgoPath);

    /// <summary>Imagines from <paramref name="state"/>, which stays as it is. Allocates nothing.</summary>
    public void Run(RecurrentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        _present.Find(_mask, Session.Buffer(GraphNames.Mask));
        _present.Gather(_features, Session.Buffer(GraphNames.NeighbourFeatures));
        _present.Gather(state.NeighbourMemory, Session.Buffer(GraphNames.NeighbourMemory));
        _present.Gather(state.NeighbourLatent, Session.Buffer(GraphNames.NeighbourLatent));
        state.EgoMemory.AsSpan().CopyTo(Session.Buffer(GraphNames.EgoMemory));
        state.EgoLatent.AsSpan().CopyTo(Session.Buffer(GraphNames.EgoLatent));
        Session.Run(_present.Rows);
        _present.Scatter(Session.Buffer(GraphNames.NeighbourPath), _paths);
        _present.Scatter(Session.Buffer(GraphNames.NeighbourPathVelocity), _velocities);
    }

    /// <inheritdoc/>
    public void Dispose() => Session.Dispose();
}
