using System.Numerics;
using System.Text;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Onboard.Health;
using GenRL.Swarm.Onboard.Process.Tests.Flights;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TestKit.Bundles;
using GenRL.Swarm.Trust.Signing;

namespace GenRL.Swarm.Onboard.Process.Tests.Releases;

public sealed class ReleaseSwapTests
{
    private static readonly HealthOptions Lenient = new()
    {
        WindowTicks = 5, Windows = 2, TickSeconds = new(10f, 1f), Missed = new(1f, 1f), Interventions = new(1f, 1f), Surprise = new(100f, 1f),
    };

    [Fact]
    public async Task A_good_release_is_swapped_in_between_two_ticks_and_kept_after_its_trial()
    {
        using var folder = new TempFolder();
        await using var rig = await ReleaseRig.StartAsync(folder, Lenient);
        await rig.Robot.SendAsync(new GoalAssignment(1, new Vector2(5f, 0f), Active: true));
        var release = rig.Offer(RandomBundle.Files(2));
        await rig.FlyUntilAsync(ReleaseReportState.Adopted);
        Assert.Equal(release, rig.Robot.Agent.Bundle.Id);
        for (var n = 0; n < 12; n++)
        {
            rig.Robot.Tick();
        }

        await Eventually.HoldsAsync(() => rig.Adopted.Read() == release, () => "not kept");
        Assert.Equal([ReleaseReportState.Downloading, ReleaseReportState.Adopted], rig.Reports.Select(r => r.State));
    }

    [Fact]
    public async Task A_release_that_breaks_a_bound_is_given_up_for_the_one_before_and_not_taken_again()
    {
        using var folder = new TempFolder();
        await using var rig = await ReleaseRig.StartAsync(folder, Lenient with { TickSeconds = new(0f, 0f) });
        await rig.Robot.SendAsync(new GoalAssignment(1, new Vector2(5f, 0f), Active: true));
        var release = rig.Offer(RandomBundle.Files(2));
        var report = await rig.FlyUntilAsync(ReleaseReportState.RolledBack);
        Assert.StartsWith("plan ticks took ", report.Reason, StringComparison.Ordinal);
        Assert.Same(rig.Robot.First, rig.Robot.Agent.Bundle);
        Assert.Null(rig.Adopted.Read());
        rig.Publish(release);
        await Eventually.HoldsAsync(() => rig.Reports.Count(r => r.State == ReleaseReportState.RolledBack) == 2, () => "no second answer");
        rig.Robot.Tick();
        Assert.Same(rig.Robot.First, rig.Robot.Agent.Bundle);
    }

    [Theory]
    [InlineData("hash", "WrongHash: imagine.onnx")]
    [InlineData("length", "TooLarge: imagine.onnx")]
    [InlineData("signature", "BadSignature")]
    [InlineData("key", "UnknownKey")]
    [InlineData("missing", "404")]
    [InlineData("contract", "MalformedContract")]
    [InlineData("shape", "ShapeMismatch")]
    [InlineData("graph", "MalformedGraph")]
    [InlineData("nan", "NotFinite")]
    [InlineData("golden", "GoldenMismatch")]
    [InlineData("shield", "")]
    public async Task A_bad_release_is_refused_with_its_reason_and_the_old_one_flies_on(string what, string reason)
    {
        using var folder = new TempFolder();
        await using var rig = await ReleaseRig.StartAsync(folder, Lenient);
        var files = Spoil(what);
        using var stranger = ReleaseSigner.OpenOrCreate(folder["stranger.pem"]);
        var imagine = $"artefacts/{BundleFile.Of("imagine.onnx", files["imagine.onnx"]).Sha256}";
        rig.Offer(files, what == "key" ? stranger : null, release =>
        {
            var station = rig.Station.Files;
            switch (what)
            {
                case "hash":
                    station[imagine] = [.. station[imagine].Select((b, i) => i == 100 ? (byte)(b ^ 1) : b)];
                    break;
                case "length":
                    station[imagine] = [.. station[imagine], 0];
                    break;
                case "signature":
                    station[$"releases/{release}/manifest"] = [.. station[$"releases/{release}/manifest"].Select((b, i) => i == 20 ? (byte)(b ^ 1) : b)];
                    break;
                case "missing":
                    station.Clear();
                    break;
            }
        });
        var report = await rig.FlyUntilAsync(ReleaseReportState.Refused);
        Assert.StartsWith(reason, report.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(report.Reason);
        Assert.Same(rig.Robot.First, rig.Robot.Agent.Bundle);
        Assert.DoesNotContain(rig.Reports, r => r.State == ReleaseReportState.Adopted);
        rig.Robot.Tick();
    }

    [Fact]
    public async Task A_download_that_is_cut_goes_on_where_it_was()
    {
        using var folder = new TempFolder();
        await using var rig = await ReleaseRig.StartAsync(folder, Lenient);
        foreach (var bytes in new[] { 10, 50, 20_000, 0, 7 })
        {
            rig.Station.CutAfter.Enqueue(bytes);
        }

        var release = rig.Offer(RandomBundle.Files(2));
        await rig.FlyUntilAsync(ReleaseReportState.Adopted);
        Assert.Equal(release, rig.Robot.Agent.Bundle.Id);
    }

    private static Dictionary<string, byte[]> Spoil(string what)
    {
        var files = what == "shield"
            ? RandomBundle.Files(2, Contracts.Actuation.ActuatorModel.Nominal with { GainXX = 0f, GainYY = 0f })
            : RandomBundle.Files(2, poisoned: what == "nan");
        var contract = Encoding.UTF8.GetString(files["contract.json"]);
        switch (what)
        {
            case "contract":
                files["contract.json"] = Encoding.UTF8.GetBytes(contract.Replace("\"floor\"", "\"flor\"", StringComparison.Ordinal));
                break;
            case "shape":
                files["contract.json"] = Encoding.UTF8.GetBytes(contract.Replace("\"horizon\": 15", "\"horizon\": 16", StringComparison.Ordinal));
                break;
            case "graph":
                files["imagine.onnx"] = [1, 2, 3];
                break;
            case "golden":
                files["tell.onnx"] = RandomBundle.Files(3)["tell.onnx"];
                files["encode.onnx"] = RandomBundle.Files(3)["encode.onnx"];
                break;
        }

        return files;
    }
}
