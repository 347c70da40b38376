using GenRL.Swarm.Cli.Demo.Watching;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Registry.Rollouts;

namespace GenRL.Swarm.Cli.Demo.Flying;

/// <summary>Phase B: the station learns, judges and rolls out while the robots go on flying.</summary>
internal sealed class LearningPhase(ControlDesk desk, StationClient station, Missions missions, IDemoScreen screen)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    /// <summary>Starts learning and watches it to its end, whatever that is.</summary>
    public async Task<LearningOutcome> RunAsync(CancellationToken cancellationToken)
    {
        desk.Order(missions.B);
        var before = (await station.ReleasesAsync(cancellationToken))[0].Release;
        var outcome = new LearningOutcome(before, Gate: null, Rollout: null, Failure: null);
        var told = new HashSet<StationNote>(await station.NotesAsync(cancellationToken));
        await station.LearnAsync(cancellationToken);
        await Until.TrueAsync("phase B", Patience, async token => { outcome = await LookAsync(outcome, told, token); return outcome.IsOver; }, cancellationToken);
        return outcome;
    }

    private async Task<LearningOutcome> LookAsync(LearningOutcome outcome, HashSet<StationNote> told, CancellationToken cancellationToken)
    {
        if (desk.Phase is { Phase: "B" } phase)
        {
            screen.Progress("B", phase.Detail, phase.Progress);
        }

        var notes = await station.NotesAsync(cancellationToken);
        foreach (var note in notes.Reverse().Where(n => IsNews(n) && told.Add(n)))
        {
            screen.Say($"B  {note.Text}");
        }

        var gate = (await station.GateReportsAsync(cancellationToken)).FirstOrDefault(g => g.Release != outcome.Incumbent);
        var rollout = (await station.RolloutsAsync(cancellationToken)).FirstOrDefault(r => r.Release == gate?.Release);
        var failure = notes.FirstOrDefault(n => n.Level == "bad" && (n.Text.StartsWith("learning", StringComparison.Ordinal) || n.Text.StartsWith("candidate", StringComparison.Ordinal)));
        return outcome with { Gate = gate, Rollout = rollout, Failure = failure?.Text };
    }

    private static bool IsNews(StationNote note) => !note.Text.StartsWith("log ", StringComparison.Ordinal);
}

/// <summary>What became of phase B.</summary>
/// <param name="Incumbent">The release that flew before.</param>
/// <param name="Gate">The gate's verdict; null when nothing came so far.</param>
/// <param name="Rollout">The rollout; null when the gate refused.</param>
/// <param name="Failure">Why there is no candidate; null when there is one.</param>
internal sealed record LearningOutcome(ReleaseId Incumbent, GateReport? Gate, Rollout? Rollout, string? Failure)
{
    /// <summary>Whether it went all the way.</summary>
    public bool Succeeded => Rollout is { Stage: RolloutStage.Completed };

    /// <summary>Whether nothing more is to come.</summary>
    public bool IsOver => Failure is not null || Gate is { Passed: false } || Rollout is { Open: false };
}
