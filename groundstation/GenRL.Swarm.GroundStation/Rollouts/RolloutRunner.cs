using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.GroundStation.Fleet;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Registry.Rollouts;

namespace GenRL.Swarm.GroundStation.Rollouts;

/// <summary>
/// Drives the rollout: feeds it what robots say, keeps every new state before acting on it, and tells each robot its release (latched). After
/// a restart it goes on with the state that was kept and tells all robots again.
/// </summary>
public sealed class RolloutRunner(
    FleetListener listener, FleetState fleet, StationRecords records, OfferPublisher offers, FleetEvents events, RolloutClock clock) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();

    /// <summary>Begins a rollout of a release that has passed the gate.</summary>
    /// <param name="release">What to roll out.</param>
    /// <param name="canary">The first robot; null for the online robot with the lowest number.</param>
    /// <exception cref="InvalidOperationException">The release may not fly, no release is active, no robot is online, or a rollout is open.</exception>
    public Rollout Begin(ReleaseId release, RobotId? canary = null)
    {
        lock (_lock)
        {
            if (records.Releases.Find(release) is not { State: ReleaseState.Passed or ReleaseState.Retired })
            {
                throw new InvalidOperationException($"release {release.Short} may not be rolled out");
            }

            var previous = records.Releases.Active ?? throw new InvalidOperationException("no release is active");
            var online = fleet.Online();
            if (online.Count == 0 || (canary is { } asked && !online.Contains(asked)))
            {
                throw new InvalidOperationException("the canary is not online");
            }

            var first = canary ?? online[0];
            var rollout = records.Rollouts.Add(
                Rollout.Begin(release, previous.Release, [first, .. online.Where(r => r != first)], clock.Now));
            events.RolloutMoved(rollout);
            return rollout;
        }
    }

    /// <summary>One round: reports, statuses, time, offers.</summary>
    internal void Step()
    {
        lock (_lock)
        {
            if (records.Rollouts.Latest is { } before)
            {
                var after = Advance(before);
                if (!ReferenceEquals(after, before))
                {
                    records.Rollouts.Save(after);
                    if (after.Stage != before.Stage)
                    {
                        events.RolloutMoved(after);
                    }
                }

                Settle(after);
            }
            else
            {
                DrainReports(r => r);
            }

            Offer();
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period);
        do
        {
            Step();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private Rollout Advance(Rollout rollout)
    {
        DrainReports(r =>
        {
            rollout = rollout.Reported(r, clock.Now);
            return r;
        });
        foreach (var robot in fleet.Robots)
        {
            rollout = rollout.Observed(robot.Status, clock.Options, clock.Now);
        }

        return rollout.At(clock.Now, clock.Options);
    }

    private void DrainReports(Func<ReleaseReport, ReleaseReport> use)
    {
        while (listener.Reports.TryRead(out var report))
        {
            use(report);
            var bad = report.State is ReleaseReportState.Refused or ReleaseReportState.RolledBack;
            events.Note(bad ? "bad" : "info", $"r{report.Robot} {report.State} {new ReleaseId(report.Release).Short} {report.Reason}".TrimEnd());
        }
    }

    /// <summary>Brings the registry in line with a rollout that has ended. Does nothing the second time.</summary>
    private void Settle(Rollout rollout)
    {
        var release = records.Releases.Find(rollout.Release);
        if (rollout.Stage == RolloutStage.Completed && release is { State: ReleaseState.Passed or ReleaseState.Retired })
        {
            records.Releases.Activate(rollout.Release);
        }
        else if (rollout.Stage == RolloutStage.Stopped && release is { State: ReleaseState.Active })
        {
            records.Releases.Activate(rollout.Previous);
        }
        else if (rollout.Stage == RolloutStage.Stopped && release is { State: ReleaseState.Passed })
        {
            records.Releases.Retire(rollout.Release, rollout.Reason);
        }
    }

    private void Offer()
    {
        var latest = records.Rollouts.Latest;
        var active = records.Releases.Active?.Release;
        var known = fleet.Robots.Select(r => new RobotId((ushort)r.Status.Robot)).Union(latest?.Members.Select(m => m.Robot) ?? []);
        foreach (var robot in known)
        {
            if ((latest?.OfferFor(robot) ?? active) is { } release)
            {
                offers.Offer(robot, release);
            }
        }
    }
}

/// <summary>What a rollout is timed by.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Options">What a robot must show.</param>
public sealed record RolloutClock(TimeProvider Time, RolloutOptions Options)
{
    /// <summary>The present time.</summary>
    public DateTimeOffset Now => Time.GetUtcNow();
}
