using System.Diagnostics;
using GenRL.Swarm.Cli.Demo;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Registry.Rollouts;
using GenRL.Swarm.Registry.Storage;
using GenRL.Swarm.SystemTests.Running;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.SystemTests;

/// <summary>The whole loop on real processes: broker with certificates and rules, ground station, world, robots, learning and gate.</summary>
public sealed class ClosedLoopTests
{
    private const int Robots = 2;
    private const int GateEpisodes = 20;

    [Fact]
    public async Task Robots_fly_the_station_learns_from_their_logs_and_the_fleet_swaps_in_flight()
    {
        using var temp = new TempFolder();
        using var mark = new ProcessMark();
        using var screen = new SilentScreen();
        var options = new DemoOptions
        {
            Robots = Robots, Pretrained = Shipped.Pretrained, Runs = temp["runs"], Missions = 3, MissionSeconds = 6, LogSeconds = 3, Effort = 0.3, GateEpisodes = GateEpisodes,
        };

        var began = Stopwatch.GetTimestamp();
        var code = await new DemoRun(options, screen, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);
        TestContext.Current.SendDiagnosticMessage($"closed in {Stopwatch.GetElapsedTime(began).TotalSeconds:F0} s\n{screen.Said}");

        Assert.Empty(mark.Running());
        var run = Assert.Single(Directory.EnumerateDirectories(temp["runs"]));
        Assert.True(code == 0, $"{screen.Said}\n{await File.ReadAllTextAsync(Path.Combine(run, "processes", "station.log"), TestContext.Current.CancellationToken)}");
        var station = Path.Combine(run, "station");
        using var database = RegistryDatabase.Open(Path.Combine(station, "registry.db"), TimeProvider.System);
        var release = new Releases(database).Active!;
        AssertLearnedFromTheLogs(Manifest(station, release.Release), new Logs(database).List());
        AssertGatePassed(Assert.Single(new GateReports(database).List()), release);
        AssertRolledOut(Assert.Single(new RolloutLedger(database).List()), release);
        Assert.All(Enumerable.Range(0, Robots), robot => AssertSwappedInFlight(FlightLogs.Read(Path.Combine(station, "logs", $"r{robot}")), release.Release));
    }

    private static void AssertLearnedFromTheLogs(BundleManifest manifest, IReadOnlyList<LogRecord> logs)
    {
        Assert.All(manifest.Lineage.Logs, hash => Assert.Contains(logs, log => log.Sha256 == hash));
        Assert.Equal(Robots, logs.Where(log => manifest.Lineage.Logs.Contains(log.Sha256)).Select(log => log.Robot).Distinct().Count());
        Assert.Contains(logs, log => !manifest.Lineage.Logs.Contains(log.Sha256));
        Assert.Equal(ReleaseId.Of(File.ReadAllBytes(Path.Combine(Repository.PretrainedBundle, BundleLayout.Manifest))).Hex, manifest.Lineage.ParentRelease);
    }

    private static void AssertGatePassed(GateReport report, ReleaseRecord release)
    {
        Assert.Equal((release.Release, true), (report.Release, report.Passed));
        var (old, candidate) = (report.Evidence!.Incumbent, report.Evidence.Candidate);
        Assert.Equal((GateEpisodes, GateEpisodes), (old.Identified.Episodes, candidate.Identified.Episodes));
        Assert.True(candidate.Identified.Collisions <= old.Identified.Collisions);
        Assert.NotEmpty(old.PredictionErrorRatios);
        Assert.All(old.PredictionErrorRatios, ratio => Assert.InRange(candidate.PredictionErrorRatios[ratio.Key], 0, ratio.Value));
        Assert.True(candidate.TickP50Milliseconds > 0);
    }

    private static void AssertRolledOut(Rollout rollout, ReleaseRecord release)
    {
        Assert.Equal((release.Release, RolloutStage.Completed), (rollout.Release, rollout.Stage));
        Assert.All(rollout.Members, member => Assert.Equal(MemberState.Healthy, member.State));
        Assert.Equal(Robots, rollout.Members.Count);
        Assert.All(rollout.Members.Skip(1), member => Assert.True(member.Since > rollout.Members[0].Since, "the canary was not the first"));
    }

    /// <summary>The swap is in the robot's log, between two plan ticks of an unbroken flight.</summary>
    private static void AssertSwappedInFlight(FlightLogs flown, ReleaseId release)
    {
        var swap = Assert.Single(flown.Events, e => e.Kind == "swap");
        Assert.Equal(release, swap.Release);
        var before = flown.Ticks.Last(tick => tick <= swap.At);
        var after = flown.Ticks.First(tick => tick >= swap.At);
        Assert.InRange(Stamp.Seconds(before, after), 0, 1);
    }

    private static BundleManifest Manifest(string station, ReleaseId release)
    {
        var bytes = File.ReadAllBytes(Path.Combine(station, "store", "releases", release.Hex, BundleLayout.Manifest));
        Assert.True(BundleManifest.TryParse(bytes, out var manifest, out var reason), reason);
        return manifest!;
    }
}
