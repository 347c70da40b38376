using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Onboard.HotSwap;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.Onboard.Process.Control;

/// <summary>The tick log as the control loop writes it. Steps and ticks allocate nothing; events are rare and may.</summary>
internal sealed class FlightLog(TickLogWriter writer)
{
    public void Add(StepRecord step) => writer.Append(step);

    public void Add(TickRecord tick) => writer.Append(tick);

    public void Add(Stamp at, TickNumber tick, in GoalAssignment goal) =>
        Event(at, tick, "goal", null, goal.Active ? $"mission {goal.Mission}: {goal.Goal.X:0.###} {goal.Goal.Y:0.###} m" : "none");

    public void Add(Stamp at, TickNumber tick, ReleaseChange change)
    {
        switch (change.Kind)
        {
            case ReleaseChangeKind.Adopted:
                Event(at, tick, "swap", change.Flying, change.Flying.Hex);
                break;
            case ReleaseChangeKind.RolledBack:
                Event(at, tick, "rollback", change.Flying, $"gave up {change.Release.Hex}: {change.Reason}");
                break;
            case ReleaseChangeKind.Refused:
                Event(at, tick, "reject", change.Release, change.Reason);
                break;
            default:
                Event(at, tick, "health", change.Release, "kept");
                break;
        }
    }

    /// <summary>Any thread: a release that never came as far as the agent.</summary>
    public void Rejected(Stamp at, ReleaseId release, string reason) => Event(at, new TickNumber(0), "reject", release, reason);

    private void Event(Stamp at, TickNumber tick, string kind, ReleaseId? release, string detail) =>
        writer.Append(new LogEvent(at, tick, kind, release, detail));
}
