using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models.Graphs;

namespace GenRL.Swarm.Models;

/// <summary>Imagines where K candidate plans lead the ego in 1 s, against the neighbours' predicted paths, with the mean of the prior latent.</summary>
public sealed class WorldModel : IDisposable
{
    private const int N = PlanShape.Neighbours;
    private const int T = PlanShape.ImaginedSteps;
    private const int Rows = TensorSpec.Neighbours;

    private static readonly TensorSpec[] InputSpecs =
    [
        new(GraphNames.EgoVelocity, 1, 2), new(GraphNames.Plans, TensorSpec.Candidates, NetworkShape.Chunk), new(GraphNames.NeighbourTrack, Rows, 2 * T),
        new(GraphNames.NeighbourTrackVelocity, Rows, 2 * T), new(GraphNames.Mask, Rows, 1), new(GraphNames.EgoMemory, 1, NetworkShape.Memory),
        new(GraphNames.EgoLatent, 1, NetworkShape.Latent),
    ];

    private static readonly TensorSpec[] OutputSpecs = [new(GraphNames.Paths, TensorSpec.Candidates, 2 * T)];

    private readonly PresentRows _present = new();
    private readonly float[] _track = new float[N * 2 * T];
    private readonly float[] _trackVelocity = new float[N * 2 * T];
    private readonly float[] _mask = new float[N];

    internal WorldModel(byte[] model, IReadOnlyList<string> executionProviders, int candidates)
    {
        Session = new GraphSession("imagine", model, executionProviders, candidates, InputSpecs, OutputSpecs);
        Candidates = candidates;
    }

    internal GraphSession Session { get; }

    /// <summary>Plans per run, K.</summary>
    public int Candidates { get; }

    /// <summary>Ego velocity now, [2], metres per second.</summary>
    public Span<float> EgoVelocity => Session.Buffer(GraphNames.EgoVelocity);

    /// <summary>Candidate plans, [K,15,2], metres per second.</summary>
    public Span<float> Plans => Session.Buffer(GraphNames.Plans);

    /// <summary>Neighbours' positions at 0.0 ... 0.9 s, [8,10,2], metres from the ego's present position.</summary>
    public Span<float> NeighbourTrack => _track;

    /// <summary>Neighbours' velocities at 0.0 ... 0.9 s, [8,10,2], metres per second.</summary>
    public Span<float> NeighbourTrackVelocity => _trackVelocity;

    /// <summary>1 where a slot is in use, [8].</summary>
    public Span<float> Mask => _mask;

    /// <summary>Imagined positions at 0.1 ... 1.0 s, [K,10,2], metres from the ego's present position. Valid after <see cref="Run"/>.</summary>
    public ReadOnlySpan<float> Paths => Session.Buffer(GraphNames.Paths);

    /// <summary>Imagines from <paramref name="state"/>, which stays as it is. Allocates nothing.</summary>
    public void Run(RecurrentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        state.EgoMemory.AsSpan().CopyTo(Session.Buffer(GraphNames.EgoMemory));
        state.EgoLatent.AsSpan().CopyTo(Session.Buffer(GraphNames.EgoLatent));
        _present.Find(_mask, Session.Buffer(GraphNames.Mask));
        _present.Gather(_track, Session.Buffer(GraphNames.NeighbourTrack));
        _present.Gather(_trackVelocity, Session.Buffer(GraphNames.NeighbourTrackVelocity));
        Session.Run(_present.Rows);
    }

    /// <inheritdoc/>
    public void Dispose() => Session.Dispose();
}
