using GenRL.Swarm.GroundStation.Fleet;
using GenRL.Swarm.GroundStation.Ingest;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Trust.Bundles;

namespace GenRL.Swarm.GroundStation.Cycle;

/// <summary>Logs -> candidate folder, by the learning process: <c>COMMAND --parent FOLDER --out FOLDER --log FILE --log FILE ...</c>.</summary>
public sealed class LearnStep(
    StationOptions options, StationFolders folders, StationRecords records, BundleStore store, LogStore logStore, LearnerProcess learner)
{
    /// <summary>The share of the cycle's time that learning takes, for the progress bar.</summary>
    public const double Share = 0.7;

    private DateTimeOffset _learnedUpTo;
    private volatile bool _requested;

    /// <summary>Whether learning is to begin: it was asked for, or enough logs have arrived since the registry's releases last changed, and since the last attempt.</summary>
    public bool Ready => options.Learning is { } learning && records.Releases.Active is not null
        && (learning.OnRequest ? _requested && NewLogs().Count > 0 : NewLogs().Count >= learning.LogsPerCycle);

    /// <summary>Asks for learning to begin with the logs there are. Any thread.</summary>
    public void Request() => _requested = true;

    /// <summary>Learns from the new logs.</summary>
    /// <returns>The candidate's folder; null when the learning process failed.</returns>
    public async Task<string?> LearnAsync(CyclePhase phase, CancellationToken cancellationToken)
    {
        _requested = false;
        var logs = NewLogs();
        _learnedUpTo = logs[^1].Received;
        var output = Path.Combine(folders.Candidates, $"{_learnedUpTo.ToUnixTimeMilliseconds()}");
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }

        phase.Show($"learning from {logs.Count} logs", 0);
        var (exitCode, error) = await learner.RunAsync(
            [
                .. options.Learning!.Command, "--parent", store.FolderOf(records.Releases.Active!.Release)!, "--out", output,
                .. logs.SelectMany(l => (IEnumerable<string>)["--log", logStore.PathOf(l)]),
            ],
            line => phase.Show($"{line.Stage} {line.Detail}".TrimEnd(), line.Progress * Share),
            cancellationToken);
        phase.Note("learning", exitCode == 0 ? $"candidate made from {logs.Count} logs" : $"the process ended with code {exitCode}: {error ?? "it said nothing"}", exitCode == 0);
        return exitCode == 0 ? output : null;
    }

    private List<LogRecord> NewLogs()
    {
        var releases = records.Releases.List();
        var since = releases.Count == 0 ? DateTimeOffset.MinValue : releases[0].Changed;
        return [.. records.Logs.List().Where(l => l.Received > since && l.Received > _learnedUpTo)];
    }
}
