using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Sim.Floors;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>
/// Held-out logs -> prediction errors; identified floor, nominal floor -> flights; both bundles alike. The floor where the fleet flies is what
/// the candidate's contract says that learning identified from the logs, with the measurement noise that every floor has: the ground station never
/// reads the world's file. docs/gate.md says why the numbers are what they are. Not thread-safe.
/// </summary>
internal sealed class GateTrial : IDisposable
{
    private readonly GateRequest _request;
    private readonly Contender _incumbent;
    private readonly Contender _candidate;

    /// <summary>Loads both bundles.</summary>
    /// <exception cref="InvalidDataException">The candidate cannot be flown.</exception>
    /// <exception cref="InvalidOperationException">The incumbent cannot be flown.</exception>
    public GateTrial(GateRequest request)
    {
        _request = request;
        _incumbent = new Contender(request.IncumbentFolder, reason => new InvalidOperationException($"incumbent: {reason}"));
        try
        {
            _candidate = new Contender(request.CandidateFolder, reason => new InvalidDataException(reason));
        }
        catch
        {
            _incumbent.Dispose();
            throw;
        }
    }

    /// <summary>Measures both.</summary>
    /// <param name="progress">Told how much is done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <exception cref="InvalidDataException">The candidate gave a number that is not finite.</exception>
    /// <exception cref="InvalidOperationException">The incumbent did.</exception>
    public GateEvidence Measure(IProgress<double> progress, CancellationToken cancellationToken)
    {
        var errors = HeldOutErrors.Of(_request.HeldOutLogs, [_incumbent.Bundle, _candidate.Bundle], cancellationToken);
        var (incumbentErrors, candidateErrors) = (_incumbent.Checked(errors[0]), _candidate.Checked(errors[1]));

        double all = _request.IdentifiedEpisodes + _request.NominalEpisodes;
        var identified = new FloorDuel(new Floor(_candidate.Bundle.Actuator), _incumbent, _candidate);
        identified.Fly(_request.Seed, _request.IdentifiedEpisodes, done => progress.Report(done / all), cancellationToken);
        var nominal = new FloorDuel(Floor.Nominal, _incumbent, _candidate);
        nominal.Fly(_request.Seed, _request.NominalEpisodes, done => progress.Report((_request.IdentifiedEpisodes + done) / all), cancellationToken);

        return new GateEvidence(
            new BundleEvidence(
                _incumbent.Bundle.Id, identified.Incumbent.Evidence, nominal.Incumbent.Evidence, incumbentErrors, _incumbent.TickP50Milliseconds),
            new BundleEvidence(
                _candidate.Bundle.Id, identified.Candidate.Evidence, nominal.Candidate.Evidence, candidateErrors, _candidate.TickP50Milliseconds));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _incumbent.Dispose();
        _candidate.Dispose();
    }
}
