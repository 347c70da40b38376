using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.GroundStation.Fleet;
using GenRL.Swarm.GroundStation.Ingest;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Trust.Bundles;

namespace GenRL.Swarm.GroundStation.Cycle;

/// <summary>
/// Logs -> candidate folder, by the learning process: <c>COMMAND --incumbent FOLDER --learning FOLDER --logs FOLDER --out FOLDER --json-progress</c>. The logs' folder
/// holds links to exactly the logs to learn from; the output holds <c>bundle/</c>, <c>learning/</c> and <c>report.json</c>.
/// </summary>
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

    /// <summary>The folder of the bundle in a candidate's folder.</summary>
    public static string BundleIn(string candidate) => Path.Combine(candidate, "bundle");

    /// <summary>Learns from the new logs.</summary>
    /// <returns>The candidate's folder; null when the learning process failed.</returns>
    public async Task<string?> LearnAsync(CyclePhase phase, CancellationToken cancellationToken)
    {
        _requested = false;
        var logs = NewLogs();
        _learnedUpTo = logs[^1].Received;
        var output = Path.Combine(folders.Candidates, $"{_learnedUpTo.ToUnixTimeMilliseconds()}");
        DeleteIfThere(output);

        phase.Show($"learning from {logs.Count} logs", 0);
        var incumbent = records.Releases.Active!.Release;
        var exitCode = await learner.RunAsync(
            [
                .. options.Learning!.Command, "--incumbent", store.FolderOf(incumbent)!, .. Learning(incumbent),
                "--logs", Gather(logs), "--out", output, "--json-progress",
            ],
            line => phase.Show($"{line.Stage} {line.Detail}".TrimEnd(), line.Progress * Share),
            cancellationToken);
        phase.Note("learning", exitCode == 0 ? $"candidate made from {logs.Count} logs" : $"the process ended with code {exitCode}", exitCode == 0);
        return exitCode == 0 ? output : null;
    }

    /// <summary>The networks of the release that the fleet flies: beside its bundle, when it was learned here.</summary>
    private IEnumerable<string> Learning(ReleaseId release)
    {
        var own = Directory.EnumerateDirectories(folders.Candidates).FirstOrDefault(folder => Holds(folder, release));
        var learning = own is null ? options.Learning!.FirstLearning : Path.Combine(own, "learning");
        return learning is null ? [] : ["--learning", learning];
    }

    private static bool Holds(string candidate, ReleaseId release)
    {
        var manifest = Path.Combine(BundleIn(candidate), BundleLayout.Manifest);
        return File.Exists(manifest) && ReleaseId.Of(File.ReadAllBytes(manifest)) == release;
    }

    private string Gather(IReadOnlyList<LogRecord> logs)
    {
        DeleteIfThere(folders.LearnedFrom);
        Directory.CreateDirectory(folders.LearnedFrom);
        foreach (var log in logs)
        {
            File.CreateSymbolicLink(Path.Combine(folders.LearnedFrom, $"{log.Robot}-{log.Name}"), logStore.PathOf(log));
        }

        return folders.LearnedFrom;
    }

    private static void DeleteIfThere(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private List<LogRecord> NewLogs()
    {
        var releases = records.Releases.List();
        var since = releases.Count == 0 ? DateTimeOffset.MinValue : releases[0].Changed;
        return [.. records.Logs.List().Where(l => l.Received > since && l.Received > _learnedUpTo)];
    }
}
