using System.Security.Cryptography;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Registry.Rollouts;
using GenRL.Swarm.SystemTests.Running;

namespace GenRL.Swarm.SystemTests;

public sealed class StationKilledTests
{
    /// <summary>What passes of an upload before the station is killed: some of the log, after TLS and HTTP have taken theirs.</summary>
    private const int BytesBeforeTheKill = 30_000;

    /// <summary>What TLS and HTTP take for the rest of it, and less than had arrived: a log sent from its beginning would not pass.</summary>
    private const int Overhead = 8_000;

    [Fact]
    public async Task A_log_whose_upload_the_station_did_not_survive_goes_on_where_it_was_and_arrives_whole_and_once()
    {
        await using var fleet = await TestFleet.CreateAsync(robots: 1);
        var station = await fleet.StartStationAsync();
        await fleet.StartWorldAsync();
        fleet.Line.HoldAfter(up: BytesBeforeTheKill);
        await fleet.StartRobotAsync(0);
        var incoming = Path.Combine(fleet.Run.Folder.Station, "incoming");
        await Patience.UntilAsync("half an upload", () => fleet.Line.IsHolding && Directory.EnumerateFiles(incoming).Any(part => new FileInfo(part).Length > Overhead));

        await fleet.KillAsync(station);
        var part = new FileInfo(Assert.Single(Directory.EnumerateFiles(incoming)));
        var hash = Path.GetFileNameWithoutExtension(part.Name).Split('-')[1];
        var log = new FileInfo(Directory.EnumerateFiles(Path.Combine(fleet.Run.Folder.RobotLogs, "r0"), "*.mcap").Order(StringComparer.Ordinal).First());
        var whole = log.Length;
        Assert.InRange(part.Length, Overhead, whole - 1);
        fleet.Line.HoldAfter(up: whole - part.Length + Overhead);
        await fleet.StartStationAsync();

        IReadOnlyList<LogRecord> arrived = [];
        await Patience.UntilAsync("the log", async token => (arrived = await fleet.Station.LogsAsync(token)).Any(l => l.Sha256 == hash));
        fleet.Line.Release();
        await Patience.UntilAsync("the robot's copy to go", () => !File.Exists(log.FullName));
        await Patience.UntilAsync("further logs", async token => (arrived = await fleet.Station.LogsAsync(token)).Count > 2);
        var record = Assert.Single(arrived, l => l.Sha256 == hash);
        var kept = await File.ReadAllBytesAsync(Path.Combine(fleet.Run.Folder.StationLogs, "r0", record.Name), TestContext.Current.CancellationToken);
        Assert.Equal((whole, hash), (kept.LongLength, Convert.ToHexStringLower(SHA256.HashData(kept))));
        Assert.Equal(arrived.Count, arrived.Select(l => l.Name).Distinct().Count());
    }

    [Fact]
    public async Task A_rollout_that_the_station_did_not_survive_goes_on_and_meanwhile_every_robot_flies_one_of_the_two_releases()
    {
        await using var fleet = await TestFleet.CreateAsync(robots: 2);
        var (first, second, _) = fleet.Releases;
        var station = await fleet.StartStationAsync();
        await fleet.StartWorldAsync();
        await fleet.StartRobotAsync(0);
        await fleet.StartRobotAsync(1);
        await fleet.BeginRolloutAsync();
        await Patience.UntilAsync("the canary", async token => (await LatestAsync(fleet, token)).Members[0].State == MemberState.Adopted);

        await fleet.KillAsync(station);
        var killed = TestFleet.Now;
        await Patience.UntilAsync("robots without a station", () => fleet.Heard(0, killed) is not null && fleet.Heard(1, killed) is not null);
        Assert.Equal((second.Hex, first.Hex), (fleet.Heard(0, killed)!.Release, fleet.Heard(1, killed)!.Release));

        await fleet.StartStationAsync();
        await Patience.UntilAsync("the rollout's end", async token => !(await LatestAsync(fleet, token)).Open);
        var ended = await LatestAsync(fleet, TestContext.Current.CancellationToken);
        Assert.Equal((RolloutStage.Completed, ""), (ended.Stage, ended.Reason));
        Assert.All(ended.Members, member => Assert.Equal(MemberState.Healthy, member.State));
        Assert.True(ended.Members[1].Since > ended.Members[0].Since, "the canary was not the first");
        await Patience.UntilAsync("the registry", async token => (await fleet.Station.ReleasesAsync(token)).Single(r => r.State == ReleaseState.Active).Release == second);
        var now = TestFleet.Now;
        await Patience.UntilAsync("both robots on the new release", () => fleet.Heard(0, now)?.Release == second.Hex && fleet.Heard(1, now)?.Release == second.Hex);
    }

    private static async Task<Rollout> LatestAsync(TestFleet fleet, CancellationToken cancellationToken) => (await fleet.Station.RolloutsAsync(cancellationToken))[0];
}
