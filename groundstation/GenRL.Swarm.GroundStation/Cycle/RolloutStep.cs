using GenRL.Swarm.GroundStation.Fleet;
using GenRL.Swarm.GroundStation.Rollouts;
using GenRL.Swarm.Registry.Rollouts;

namespace GenRL.Swarm.GroundStation.Cycle;

/// <summary>Signed release -> fleet: begins the rollout and watches it to its end.</summary>
public sealed class RolloutStep(RolloutRunner runner, StationRecords records)
{
    private const double Begins = 0.9;

    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    /// <summary>Rolls out and waits; a rollout that a restart interrupted is only watched.</summary>
    public async Task<bool> RollOutAsync(Candidate candidate, CyclePhase phase, CancellationToken cancellationToken)
    {
        if (records.Rollouts.Latest is not { Open: true } open || open.Release != candidate.Release)
        {
            runner.Begin(candidate.Release);
        }

        using var timer = new PeriodicTimer(Period);
        while (records.Rollouts.Latest is { Open: true } rollout)
        {
            var healthy = rollout.Members.Count(m => m.State == MemberState.Healthy);
            var what = rollout.Stage == RolloutStage.Canary ? $"canary {rollout.Members[0].Robot} flies the new release" : $"rolling out: {healthy} of {rollout.Members.Count} robots";
            phase.Show(what, Begins + ((1 - Begins) * healthy / rollout.Members.Count));
            await timer.WaitForNextTickAsync(cancellationToken);
        }

        var ended = records.Rollouts.Latest!;
        var completed = ended.Stage == RolloutStage.Completed;
        phase.Show(completed ? $"all robots fly {candidate.Release.Short}" : $"rollout stopped: {ended.Reason}", 1);
        return completed;
    }
}
