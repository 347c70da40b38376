using System.Threading.Channels;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Onboard.Hardware;
using GenRL.Swarm.Onboard.Hardware.Bus;
using GenRL.Swarm.Onboard.HotSwap;
using GenRL.Swarm.Onboard.Process.Control;
using Microsoft.Extensions.Logging;

namespace GenRL.Swarm.Onboard.Process.Releases;

/// <summary>
/// Tells the ground station, the log and the disk what became of releases, and disposes those that are done with. A release that is flying, or that
/// was rolled back, is not taken up again when its offer is repeated: the answer is. Thread-safe.
/// </summary>
internal sealed class ReleaseReports(RobotId robot, RobotVoice voice, FlightLog flight, FleetClock clock, AdoptedRelease adopted, ILogger<ReleaseReports> log)
{
    private const int MaxReason = 400;

    private readonly Lock _gate = new();
    private readonly HashSet<ReleaseId> _rolledBack = [];
    private ReleaseId _flying;

    /// <summary>The release that the robot begins with.</summary>
    public void Begin(ReleaseId release)
    {
        lock (_gate)
        {
            _flying = release;
        }
    }

    /// <summary>Repeats the answer when <paramref name="release"/> needs no work; false when it does.</summary>
    public bool Repeat(ReleaseId release)
    {
        bool rolledBack, flying;
        lock (_gate)
        {
            rolledBack = _rolledBack.Contains(release);
            flying = _flying == release;
        }

        if (rolledBack)
        {
            Say(release, ReleaseReportState.RolledBack, "it was rolled back before");
        }
        else if (flying)
        {
            Say(release, ReleaseReportState.Adopted, "");
        }

        return rolledBack || flying;
    }

    public void Downloading(ReleaseId release) => Say(release, ReleaseReportState.Downloading, "");

    public void Trouble(ReleaseId release, string reason) => log.FetchFailed(release.Short, reason);

    public void Refused(ReleaseId release, string reason)
    {
        flight.Rejected(clock.Now, release, reason);
        Say(release, ReleaseReportState.Refused, reason);
    }

    /// <summary>Follows what the switch does until <paramref name="stop"/>.</summary>
    public async Task RunAsync(ChannelReader<ReleaseChange> changes, CancellationToken stop)
    {
        await foreach (var change in changes.ReadAllAsync(stop))
        {
            Follow(change);
            change.Retired?.Dispose();
        }
    }

    private void Follow(ReleaseChange change)
    {
        Begin(change.Flying);
        switch (change.Kind)
        {
            case ReleaseChangeKind.Adopted:
                Say(change.Release, ReleaseReportState.Adopted, "");
                break;
            case ReleaseChangeKind.Kept:
                adopted.Write(change.Release);
                log.Release(change.Release.Short, "kept", "");
                break;
            case ReleaseChangeKind.RolledBack:
                lock (_gate)
                {
                    _rolledBack.Add(change.Release);
                }

                Say(change.Release, ReleaseReportState.RolledBack, change.Reason);
                break;
            default:
                Say(change.Release, ReleaseReportState.Refused, change.Reason);
                break;
        }
    }

    private void Say(ReleaseId release, ReleaseReportState state, string reason)
    {
        reason = reason.Length > MaxReason ? reason[..MaxReason] : reason;
        voice.Say(new ReleaseReport(robot.Value, release.Hex, state, reason));
        log.Release(release.Short, state.ToString(), reason);
    }
}
