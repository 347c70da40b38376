using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Contract;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Sim.Floors;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>
/// Flies both bundles with the onboard agent in lock step: on the floor that the candidate's contract carries, identified from the fleet's logs, and on the
/// nominal one; the same seeds for both. How well they predict the held-out logs was scored by the learning process beside the candidate. Works at nice 10, one thread per bundle.
/// </summary>
public sealed class SimulationEvaluator : IEvaluator
{
    /// <summary>The nominal floor is for the record: this share of the episodes is enough.</summary>
    private const int NominalShare = 5;

    private static readonly ModelBundleOptions Models = new(16, ["cpu"]);

    /// <inheritdoc/>
    public async Task<GateEvidence> EvaluateAsync(GateRequest request, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        using var candidate = Load(request.CandidateFolder);
        using var incumbent = Load(request.IncumbentFolder);
        var predictions = HeldOutPredictions.Beside(request.CandidateFolder);
        var floor = new Floor(candidate.Actuator);
        var counter = new EpisodeCounter(progress, 2 * (request.Episodes + (request.Episodes / NominalShare)));
        var mine = FlyAsync(candidate, floor, request, counter, cancellationToken);
        var theirs = FlyAsync(incumbent, floor, request, counter, cancellationToken);
        var (candidateFlown, incumbentFlown) = (await mine, await theirs);
        return new GateEvidence(incumbentFlown.Evidence(predictions.Incumbent), candidateFlown.Evidence(predictions.Candidate));
    }

    private static Task<FlownBundle> FlyAsync(
        ModelBundle bundle, Floor floor, GateRequest request, EpisodeCounter counter, CancellationToken cancellationToken) => NiceThread.RunAsync(
        () =>
        {
            var flights = new SimulatedFlights(bundle, request.Seed, counter, cancellationToken);
            var identified = flights.Fly(floor, request.Episodes);
            var nominal = flights.Fly(new Floor(ActuatorModel.Nominal), request.Episodes / NominalShare);
            return new FlownBundle(bundle.Id, identified, nominal, flights.TickP50Milliseconds);
        });

    private static ModelBundle Load(string folder)
    {
        try
        {
            var manifest = File.ReadAllBytes(Path.Combine(folder, Contracts.Models.BundleLayout.Manifest));
            return ModelBundle.Load(folder, ReleaseId.Of(manifest), Models);
        }
        catch (Exception error) when (error is BundleException or IOException)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }

    private sealed record FlownBundle(ReleaseId Release, FlightEvidence Identified, FlightEvidence Nominal, double TickP50Milliseconds)
    {
        public BundleEvidence Evidence(IReadOnlyDictionary<string, double> predictions) =>
            new(Release, Identified, Nominal, predictions, TickP50Milliseconds);
    }
}
