using GenRL.Swarm.GroundStation.Fleet;
using GenRL.Swarm.GroundStation.Ingest;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Trust.Bundles;

namespace GenRL.Swarm.GroundStation.Cycle;

/// <summary>Candidate -> passed or refused. Held out are all logs that the candidate's lineage does not name.</summary>
public sealed class GateStep(ReleaseGate gate, StationRecords records, BundleStore store, LogStore logStore, StationOptions options)
{
    private const double Share = 0.2;

    /// <summary>Has the candidate examined; one that passed before a restart is not examined again.</summary>
    public async Task<bool> PassesAsync(Candidate candidate, CyclePhase phase, CancellationToken cancellationToken)
    {
        if (records.Releases.Find(candidate.Release) is not { State: ReleaseState.Candidate } record)
        {
            return records.Releases.Find(candidate.Release) is { State: ReleaseState.Passed };
        }

        var incumbent = records.Releases.Active ?? throw new InvalidOperationException("no release is active: there is nothing to compare with");
        var trainedOn = candidate.Manifest.Lineage.Logs.ToHashSet(StringComparer.Ordinal);
        var heldOut = records.Logs.List().Where(l => !trainedOn.Contains(l.Sha256)).Select(logStore.PathOf).ToList();
        var learning = options.Learning;
        var request = new GateRequest(
            store.FolderOf(incumbent.Release)!, candidate.Folder, heldOut, learning?.IdentifiedEpisodes ?? GateRule.MinEpisodes, learning?.NominalEpisodes ?? 0,
            learning?.GateSeed ?? 0);

        phase.Show("gate: both bundles fly in simulation", LearnStep.Share);
        var report = await gate.ExamineAsync(
            record.Release, request, new GateProgress(p => phase.Show("gate: both bundles fly in simulation", LearnStep.Share + p * Share)), cancellationToken);
        phase.Note("gate", report.Passed ? $"{candidate.Release.Short} passed" : $"{candidate.Release.Short} refused: {string.Join("; ", report.Reasons)}", report.Passed);
        return report.Passed;
    }

    /// <summary>Calls at once, on the caller's thread: Progress would call late, from another.</summary>
    private sealed class GateProgress(Action<double> show) : IProgress<double>
    {
        public void Report(double value) => show(value);
    }
}
