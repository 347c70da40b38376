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
    /// <summary>Threads that fly episodes, all niced: the robots' ticks come first.</summary>
    private const int MostLanes = 2;

    private readonly GateRequest _request;
    private readonly List<(Contender Incumbent, Contender Candidate)> _lanes = [];

    /// <summary>Loads both bundles.</summary>
    /// <exception cref="InvalidDataException">The candidate cannot be flown.</exception>
    /// <exception cref="InvalidOperationException">The incumbent cannot be flown.</exception>
    public GateTrial(GateRequest request)
    {
        _request = request;
        try
        {
            for (var lane = 0; lane < Math.Min(MostLanes, Environment.ProcessorCount); lane++)
            {
                AddLane();
            }
        }
        catch
        {
            Dispose();
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
        var (incumbent, candidate) = _lanes[0];
        var errors = HeldOutErrors.Of(_request.HeldOutLogs, [incumbent.Bundle, candidate.Bundle], cancellationToken);
        var (incumbentErrors, candidateErrors) = (incumbent.Checked(errors[0]), candidate.Checked(errors[1]));

        double all = _request.IdentifiedEpisodes + _request.NominalEpisodes;
        var identified = new FloorDuel(new Floor(candidate.Bundle.Actuator), _lanes);
        identified.Fly(_request.Seed, _request.IdentifiedEpisodes, done => progress.Report(done / all), cancellationToken);
        var nominal = new FloorDuel(Floor.Nominal, _lanes);
        nominal.Fly(_request.Seed, _request.NominalEpisodes, done => progress.Report((_request.IdentifiedEpisodes + done) / all), cancellationToken);

        return new GateEvidence(
            new BundleEvidence(
                incumbent.Bundle.Id, identified.Incumbent.Evidence, nominal.Incumbent.Evidence, incumbentErrors, incumbent.TickP50Milliseconds),
            new BundleEvidence(
                candidate.Bundle.Id, identified.Candidate.Evidence, nominal.Candidate.Evidence, candidateErrors, candidate.TickP50Milliseconds));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (incumbent, candidate) in _lanes)
        {
            incumbent.Dispose();
            candidate.Dispose();
        }
    }

    private void AddLane()
    {
        var incumbent = new Contender(_request.IncumbentFolder, reason => new InvalidOperationException($"incumbent: {reason}"));
        try
        {
            _lanes.Add((incumbent, new Contender(_request.CandidateFolder, reason => new InvalidDataException(reason))));
        }
        catch
        {
            incumbent.Dispose();
            throw;
        }
    }
}
