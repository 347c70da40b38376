using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Registry.Rollouts;
using GenRL.Swarm.SystemTests.Running;

namespace GenRL.Swarm.SystemTests;

public sealed class RobotKilledTests
{
    /// <summary>What passes of a release before the robot is killed: manifest, signature and a part of the files.</summary>
    private const int BytesBeforeTheKill = 100_000;

    /// <summary>What a kill may cost of a log: what was not yet written, with room for a slow disk.</summary>
    private const double LostSeconds = 5;

    [Fact]
    public async Task A_robot_that_is_killed_while_it_fetches_and_again_right_after_the_swap_comes_back_with_a_release_and_its_logs()
    {
        await using var fleet = await TestFleet.CreateAsync(robots: 1);
        var (first, second, _) = fleet.Releases;
        await fleet.StartStationAsync();
        await fleet.StartWorldAsync();
        var robot = await fleet.StartRobotAsync(0);
        fleet.Line.HoldAfter(down: BytesBeforeTheKill);
        await Patience.UntilAsync("something in the log", () => fleet.LogsOf(0).Steps.Count > 0);
        await fleet.BeginRolloutAsync();
        await Patience.UntilAsync("half a release", () => fleet.Line.IsHolding && Parts(fleet).Any(part => part.Length > 0));

        var fetching = TestFleet.Now;
        await fleet.KillAsync(robot);
        Assert.InRange(Stamp.Seconds(fleet.LogsOf(0).Steps[^1].At, fetching), -1, LostSeconds);
        robot = await fleet.StartRobotAsync(0);
        Assert.Equal(first.Hex, fleet.Heard(0, fetching)!.Release);
        fleet.Line.Release();
        await Patience.UntilAsync("the swap, with something in the log", () => fleet.Heard(0, fetching)!.Release == second.Hex && fleet.LogsOf(0).Steps[^1].At > fetching);

        var swapped = TestFleet.Now;
        await fleet.KillAsync(robot);
        await fleet.StartRobotAsync(0);
        Assert.Contains(fleet.Heard(0, swapped)!.Release, new[] { first.Hex, second.Hex });

        Rollout? ended = null;
        await Patience.UntilAsync("the rollout's end", async token => (ended = (await fleet.Station.RolloutsAsync(token))[0]) is { Open: false });
        Assert.Equal((RolloutStage.Completed, ""), (ended!.Stage, ended.Reason));
        await Patience.UntilAsync("the new release", () => fleet.Heard(0, swapped)!.Release == second.Hex);
        await Patience.UntilAsync("the logs that the kills cut off", () => Arrived(fleet, default, fetching) && Arrived(fleet, fetching, swapped));
    }

    private static IEnumerable<FileInfo> Parts(TestFleet fleet) =>
        new DirectoryInfo(fleet.Run.Folder.RobotStore(0)).EnumerateFiles("*.part", SearchOption.AllDirectories);

    /// <summary>Whether the station has a log of the robot's life between two times, the second of which is its end.</summary>
    private static bool Arrived(TestFleet fleet, Stamp from, Stamp killed) =>
        FlightLogs.Read(Path.Combine(fleet.Run.Folder.StationLogs, "r0")).Steps.Any(s => s.At > from && s.At <= killed);
}
