using System.Text.Json;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Registry.Rollouts;

namespace GenRL.Swarm.Registry.Tests;

public sealed class RolloutTests
{
    private static readonly ReleaseId New = Make.Release('b');
    private static readonly ReleaseId Old = Make.Release('a');
    private static readonly RolloutOptions Options = new() { Hold = TimeSpan.FromSeconds(3), GoodTicks = 30, Timeout = TimeSpan.FromSeconds(60) };
    private static readonly RobotId[] Robots = [new(2), new(0), new(1)];

    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Begin_FourRobots_OffersToTheCanaryOnly() => AssertOffers(Begin(), New, Old, Old);

    [Fact]
    public void Rollout_CanaryThenAllHealthy_Completes()
    {
        var rollout = Begin().Reported(Make.Report(2, New, ReleaseReportState.Downloading), _now).Reported(Make.Report(2, New, ReleaseReportState.Adopted), _now);
        AssertOffers(rollout, New, Old, Old);

        rollout = Healthy(rollout, 2);
        Assert.Equal(RolloutStage.Fleet, rollout.Stage);
        AssertOffers(rollout, New, New, New);

        rollout = Healthy(Healthy(rollout, 0), 1);
        Assert.Equal(RolloutStage.Completed, rollout.Stage);
        AssertOffers(rollout, New, New, New);
    }

    [Fact]
    public void Observed_CanaryWithTooFewTicksOrTooEarly_DoesNotAdvance()
    {
        var adopted = Begin().Observed(Make.Status(2, New, 0), Options, _now);

        Assert.Equal(RolloutStage.Canary, adopted.Observed(Make.Status(2, New, 29), Options, _now.AddSeconds(9)).Stage);
        Assert.Equal(RolloutStage.Canary, adopted.Observed(Make.Status(2, New, 999), Options, _now.AddSeconds(2.9)).Stage);
        Assert.Equal(RolloutStage.Canary, adopted.Observed(Make.Status(2, Old, 999), Options, _now.AddSeconds(9)).Stage);
        Assert.Equal(RolloutStage.Canary, adopted.Observed(Make.Status(0, New, 999), Options, _now.AddSeconds(9)).Stage);
        Assert.Equal(RolloutStage.Fleet, adopted.Observed(Make.Status(2, New, 30), Options, _now.AddSeconds(3)).Stage);
    }

    [Theory]
    [InlineData(ReleaseReportState.Refused)]
    [InlineData(ReleaseReportState.RolledBack)]
    public void Reported_CanaryFails_StopsAndReturnsTheFleet(ReleaseReportState state)
    {
        var rollout = Begin().Reported(Make.Report(2, New, state), _now);

        Assert.Equal(RolloutStage.Stopped, rollout.Stage);
        Assert.StartsWith("r2 ", rollout.Reason, StringComparison.Ordinal);
        AssertOffers(rollout, Old, Old, Old);
    }

    [Fact]
    public void Reported_AnotherRobotFails_StopsTheRestAndReturnsItAlone()
    {
        var rollout = Healthy(Begin(), 2).Reported(Make.Report(0, New, ReleaseReportState.RolledBack), _now);

        Assert.Equal(RolloutStage.Stopped, rollout.Stage);
        AssertOffers(rollout, New, Old, Old);
    }

    [Fact]
    public void Reported_CanaryRollsBackAfterTheFleetFollowed_ReturnsTheFleet()
    {
        var rollout = Healthy(Healthy(Healthy(Begin(), 2), 0), 1).Reported(Make.Report(2, New, ReleaseReportState.RolledBack), _now);

        Assert.Equal(RolloutStage.Stopped, rollout.Stage);
        AssertOffers(rollout, Old, Old, Old);
    }

    [Fact]
    public void Reported_OldNewsOrStrangers_ChangeNothing()
    {
        var rollout = Begin();

        Assert.Same(rollout, rollout.Reported(Make.Report(2, Old, ReleaseReportState.RolledBack), _now));
        Assert.Same(rollout, rollout.Reported(Make.Report(9, New, ReleaseReportState.RolledBack), _now));
        Assert.Same(rollout, rollout.Reported(Make.Report(0, New, ReleaseReportState.Refused), _now));
    }

    [Fact]
    public void At_SilentRobot_FailsAfterTheTimeout()
    {
        var rollout = Begin();

        Assert.Same(rollout, rollout.At(_now.AddSeconds(59.9), Options));
        Assert.Equal(RolloutStage.Stopped, rollout.At(_now.AddSeconds(60), Options).Stage);
        Assert.Equal(RolloutStage.Stopped, Healthy(rollout, 2).At(_now.AddSeconds(120), Options).Stage);
    }

    [Fact]
    public void Begin_WithoutRobotsOrSense_Throws()
    {
        Assert.Throws<ArgumentException>(() => Rollout.Begin(New, Old, [], _now));
        Assert.Throws<ArgumentException>(() => Rollout.Begin(New, New, Robots, _now));
        Assert.Throws<ArgumentException>(() => Rollout.Begin(New, Old, [new(1), new(1)], _now));
    }

    /// <summary>Whatever robots say, in whatever order, and wherever the ground station is killed.</summary>
    [Fact]
    public void AnySequenceOfEvents_KeepsTheInvariants()
    {
        var ended = new HashSet<RolloutStage>();
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var rollout = Begin();
            var now = _now;
            for (var i = 0; i < 40; i++)
            {
                now = now.AddSeconds(random.NextDouble() * 5);
                var before = rollout;
                var release = random.Next(4) == 0 ? Old : New;
                rollout = random.Next(8) switch
                {
                    0 => rollout.Reported(Make.Report(random.Next(4), release, random.Next(8) == 0 ? ReleaseReportState.RolledBack : ReleaseReportState.Adopted), now),
                    1 => rollout.At(now, Options),
                    _ => rollout.Observed(Make.Status(random.Next(4), release, random.Next(100)), Options, now),
                };
                rollout = Reopened(rollout);
                CheckInvariants(before, rollout);
            }

            ended.Add(rollout.Stage);
        }

        Assert.Equal(Enum.GetValues<RolloutStage>().Length, ended.Count);
    }

    private static void CheckInvariants(Rollout before, Rollout after)
    {
        Assert.True(after.Stage >= before.Stage);
        Assert.All(Robots, r => Assert.Contains(after.OfferFor(r), (ReleaseId[])[New, Old]));
        Assert.All(after.Members.Where(m => m.State is MemberState.Failed or MemberState.Waiting), m => Assert.Equal(Old, after.OfferFor(m.Robot)));
        Assert.Equal(after.Stage == RolloutStage.Stopped, after.Members.Any(m => m.State == MemberState.Failed));
        Assert.Equal(after.Stage == RolloutStage.Stopped, after.Reason.Length > 0);
        if (after.Stage == RolloutStage.Canary)
        {
            Assert.All(after.Members.Skip(1), m => Assert.Equal(MemberState.Waiting, m.State));
        }

        if (after.Stage is RolloutStage.Fleet or RolloutStage.Completed)
        {
            Assert.Equal(MemberState.Healthy, after.Members[0].State);
        }

        if (after.Stage == RolloutStage.Completed)
        {
            Assert.All(after.Members, m => Assert.Equal(MemberState.Healthy, m.State));
        }
    }

    private static Rollout Reopened(Rollout rollout)
    {
        var text = JsonSerializer.Serialize(rollout, RegistryJson.Default.Rollout);
        var read = JsonSerializer.Deserialize(text, RegistryJson.Default.Rollout)!;
        Assert.Equal(text, JsonSerializer.Serialize(read, RegistryJson.Default.Rollout));
        return read;
    }

    private Rollout Begin() => Rollout.Begin(New, Old, Robots, _now);

    private Rollout Healthy(Rollout rollout, int robot)
    {
        rollout = rollout.Observed(Make.Status(robot, New, 0), Options, _now);
        _now = _now.AddSeconds(4);
        return rollout.Observed(Make.Status(robot, New, 40), Options, _now);
    }

    private static void AssertOffers(Rollout rollout, params ReleaseId[] offers) => Assert.Equal(offers, Robots.Select(rollout.OfferFor));
}
