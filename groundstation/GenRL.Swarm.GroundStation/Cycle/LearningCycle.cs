using System.Threading.Channels;
using GenRL.Swarm.GroundStation.Distribution;
using GenRL.Swarm.Trust.Bundles;

namespace GenRL.Swarm.GroundStation.Cycle;

/// <summary>
/// The slow loop: logs -> learn -> candidate -> gate -> sign -> registry -> rollout -> watch, and again. One candidate at a time. What fails ends this
/// round, is said, and the next logs begin a new one; after a restart it goes on with the candidate that was under way.
/// </summary>
public sealed class LearningCycle(LearnStep learn, ReleaseIntake intake, GateStep gate, RolloutStep rollout, CyclePhase phase, StationFolders folders)
    : BackgroundService
{
    private const int Waiting = 8;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(500);

    private readonly Channel<Candidate> _candidates = Channel.CreateBounded<Candidate>(
        new BoundedChannelOptions(Waiting) { FullMode = BoundedChannelFullMode.DropOldest });

    /// <summary>Takes a candidate from the station's own disk; it is examined when its turn comes.</summary>
    /// <returns>Whether it is a whole bundle.</returns>
    public BundleVerdict Submit(string folder)
    {
        var verdict = intake.Propose(folder);
        if (verdict.Ok)
        {
            _candidates.Writer.TryWrite(new Candidate(verdict.Release, Path.GetFullPath(folder), verdict.Manifest));
        }
        else
        {
            phase.Note("candidate", $"{verdict}", good: false);
        }

        return verdict;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var folder in Directory.EnumerateDirectories(folders.Candidates).Order(StringComparer.Ordinal))
        {
            Submit(folder);
        }

        using var timer = new PeriodicTimer(LookEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested && e is IOException or InvalidOperationException or InvalidDataException or System.ComponentModel.Win32Exception)
            {
                phase.Note("learning cycle", e.Message, good: false);
            }
        }
    }

    private async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (learn.Ready && await learn.LearnAsync(phase, cancellationToken) is { } folder)
        {
            Submit(folder);
        }

        while (_candidates.Reader.TryRead(out var candidate))
        {
            if (await gate.PassesAsync(candidate, phase, cancellationToken))
            {
                intake.Sign(candidate.Release, candidate.Folder);
                phase.Note("signed", candidate.Release.Short);
                await rollout.RollOutAsync(candidate, phase, cancellationToken);
            }
        }
    }
}
