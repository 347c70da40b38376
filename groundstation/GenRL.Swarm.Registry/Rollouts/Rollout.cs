using System.Text.Json.Serialization;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Registry.Rollouts;

/// <summary>
/// The state of a rollout and its pure transitions: canary first, then all the others; any robot that refuses, rolls back or stays silent
/// stops it. What each robot is offered is a function of the state alone, so a ground station that was killed goes on by publishing
/// <see cref="OfferFor"/> again. Immutable.
/// </summary>
/// <param name="Number">Its number in the registry; 0 before it is kept there.</param>
/// <param name="Release">What is rolled out.</param>
/// <param name="Previous">What the robots fly before, and return to.</param>
/// <param name="Stage">How far it is.</param>
/// <param name="Reason">Why it was stopped; otherwise empty.</param>
/// <param name="Started">When it began.</param>
/// <param name="Members">The robots; the first is the canary.</param>
public sealed record Rollout(
    long Number, ReleaseId Release, ReleaseId Previous, RolloutStage Stage, string Reason, DateTimeOffset Started,
    IReadOnlyList<RolloutMember> Members)
{
    /// <summary>Whether it is neither completed nor stopped.</summary>
    [JsonIgnore]
    public bool Open => Stage is RolloutStage.Canary or RolloutStage.Fleet;

    /// <summary>Begins a rollout: the canary is offered the release.</summary>
    /// <param name="release">What to roll out.</param>
    /// <param name="previous">What the robots fly.</param>
    /// <param name="robots">The robots, canary first, each once.</param>
    /// <param name="now">The present time.</param>
    /// <exception cref="ArgumentException">There is no robot, a robot appears twice, or the two releases are the same.</exception>
    public static Rollout Begin(ReleaseId release, ReleaseId previous, IReadOnlyList<RobotId> robots, DateTimeOffset now)
    {
        if (robots.Count == 0 || robots.Distinct().Count() != robots.Count || release == previous)
        {
            throw new ArgumentException("a rollout needs two different releases and at least one robot, each once", nameof(robots));
        }

        return new Rollout(
            0, release, previous, RolloutStage.Canary, "", now,
            [.. robots.Select((r, i) => new RolloutMember(r, i == 0 ? MemberState.Offered : MemberState.Waiting, now, ""))]);
    }

    /// <summary>
    /// The release that a robot should run in this state. After a stop it is the previous one, but for robots that fly the new one well when
    /// another than the canary failed; when the canary failed, all return.
    /// </summary>
    public ReleaseId OfferFor(RobotId robot)
    {
        var member = Members.FirstOrDefault(m => m.Robot == robot);
        return Stage switch
        {
            RolloutStage.Completed => Release,
            RolloutStage.Canary or RolloutStage.Fleet => member is { State: not MemberState.Waiting and not MemberState.Failed } ? Release : Previous,
            _ => member is { State: MemberState.Healthy or MemberState.Adopted } && CanaryPassed ? Release : Previous,
        };
    }

    /// <summary>A robot said something of a release. What it says of other releases, or a robot that takes no part, changes nothing.</summary>
    public Rollout Reported(ReleaseReport report, DateTimeOffset now)
    {
        if (report.Release != Release.Hex || IndexOf(report.Robot) is not { } index)
        {
            return this;
        }

        return report.State switch
        {
            ReleaseReportState.Adopted when Members[index].State == MemberState.Offered && Open => With(index, MemberState.Adopted, now),
            ReleaseReportState.Refused => Fail(index, $"refused: {report.Reason}", now),
            ReleaseReportState.RolledBack => Fail(index, $"rolled back: {report.Reason}", now),
            _ => this,
        };
    }

    /// <summary>A robot's status arrived.</summary>
    public Rollout Observed(RobotStatus status, RolloutOptions options, DateTimeOffset now)
    {
        if (!Open || status.Release != Release.Hex || IndexOf(status.Robot) is not { } index)
        {
            return this;
        }

        var member = Members[index];
        return member.State switch
        {
            MemberState.Offered => With(index, MemberState.Adopted, now),
            MemberState.Adopted when status.Tick.CountOnRelease >= options.GoodTicks && now - member.Since >= options.Hold =>
                With(index, MemberState.Healthy, now).Advance(now),
            _ => this,
        };
    }

    /// <summary>Time passed: robots that took too long fail.</summary>
    public Rollout At(DateTimeOffset now, RolloutOptions options)
    {
        var late = Members.ToList().FindIndex(m => m.State is MemberState.Offered or MemberState.Adopted && now - m.Since >= options.Timeout);
        return Open && late >= 0 ? Fail(late, $"still {Members[late].State} after {options.Timeout.TotalSeconds:0} s", now) : this;
    }

    private bool CanaryPassed => Members[0].State == MemberState.Healthy;

    private int? IndexOf(int robot)
    {
        var index = Members.ToList().FindIndex(m => m.Robot.Value == robot);
        return index >= 0 ? index : null;
    }

    private Rollout With(int index, MemberState state, DateTimeOffset now, string reason = "") =>
        this with { Members = [.. Members.Select((m, i) => i == index ? new RolloutMember(m.Robot, state, now, reason) : m)] };

    private Rollout Advance(DateTimeOffset now) => Stage switch
    {
        RolloutStage.Canary when CanaryPassed => (this with
        {
            Stage = RolloutStage.Fleet,
            Members = [.. Members.Select(m => m.State == MemberState.Waiting ? m with { State = MemberState.Offered, Since = now } : m)],
        }).Advance(now),
        RolloutStage.Fleet when Members.All(m => m.State == MemberState.Healthy) => this with { Stage = RolloutStage.Completed },
        _ => this,
    };

    private Rollout Fail(int index, string reason, DateTimeOffset now)
    {
        if (Members[index].State is MemberState.Waiting or MemberState.Failed)
        {
            return this;
        }

        var failed = With(index, MemberState.Failed, now, reason);
        return Stage == RolloutStage.Stopped
            ? failed
            : failed with { Stage = RolloutStage.Stopped, Reason = $"{Members[index].Robot} {reason}" };
    }
}
