using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.SystemTests.Running;

namespace GenRL.Swarm.SystemTests;

public sealed class BrokerKilledTests
{
    private const int Robots = 2;

    /// <summary>How long a robot may still roll when no sensor frame comes any more.</summary>
    private const double BrakingSeconds = 1;

    [Fact]
    public async Task Robots_tick_on_and_stand_still_without_their_broker_and_hear_and_speak_again_by_themselves_when_it_is_back()
    {
        await using var fleet = await TestFleet.CreateAsync(Robots);
        await fleet.StartWorldAsync();
        var robots = new[] { await fleet.StartRobotAsync(0), await fleet.StartRobotAsync(1) };
        await HearEachOtherAsync(fleet, default);

        await fleet.KillBrokerAsync();
        var killed = TestFleet.Now;
        await Patience.UntilAsync("two seconds without a broker", () => Everyone(robot => fleet.LogsOf(robot).Steps[^1].At.Nanoseconds > killed.Nanoseconds + 2_000_000_000));
        var restarted = TestFleet.Now;
        await fleet.RestartBrokerAsync();

        await HearEachOtherAsync(fleet, TestFleet.Now);
        await Patience.UntilAsync("flight", () => Everyone(robot => fleet.LogsOf(robot).Steps.Any(s => s.At > restarted && s.Reason == ShieldReason.None && s.Command != Vector2.Zero)));
        Assert.All(robots, robot => Assert.False(robot.Ended.IsCompleted, robot.LastLines));
        Assert.All(Enumerable.Range(0, Robots), robot => AssertTickedAndStood(fleet.LogsOf(robot), killed, restarted));
    }

    private static bool Everyone(Func<int, bool> does) => Enumerable.Range(0, Robots).All(does);

    private static Task HearEachOtherAsync(TestFleet fleet, Stamp since) =>
        Patience.UntilAsync("robots that hear each other", () => Everyone(robot => fleet.Heard(robot, since) is { Told.Count: > 0 }));

    private static void AssertTickedAndStood(FlightLogs flown, Stamp killed, Stamp restarted)
    {
        var seconds = Stamp.Seconds(killed, restarted) - BrakingSeconds;
        var steps = flown.Steps.Where(s => Stamp.Seconds(killed, s.At) > BrakingSeconds && s.At <= restarted).ToList();
        var ticks = flown.Ticks.Count(t => Stamp.Seconds(killed, t) > BrakingSeconds && t <= restarted);

        // Half of what is due: whether deadlines are kept is measured elsewhere.
        Assert.True(steps.Count > 25 * seconds, $"{steps.Count} steps in {seconds:F1} s");
        Assert.True(ticks > 5 * seconds, $"{ticks} ticks in {seconds:F1} s");
        Assert.All(steps, step => Assert.Equal((Vector2.Zero, ShieldReason.StaleSensors), (step.Command, step.Reason)));
    }
}
