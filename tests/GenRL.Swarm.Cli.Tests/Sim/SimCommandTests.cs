using System.Text.Json;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Cli.Tests.Sim;

public sealed class SimCommandTests : IDisposable
{
    private const string Scenario = "lbf/8x8-2p-2f";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task List_NamesScenariosWithTheirSizes()
    {
        var (exitCode, output, _) = await RunAsync("list");

        Assert.Equal(0, exitCode);
        Assert.Matches($@"(?m)^{Scenario} +2  6 +12 +\S", output);
        Assert.Matches(@"(?m)^\d+ scenarios in \d+ famil", output);
    }

    [Fact]
    public async Task Run_AScenario_SaysWhatItsEpisodesCameToAndHowFastItWent()
    {
        var (exitCode, output, errors) = await RunAsync("run", Scenario, "--steps", "120", "--worlds", "3", "--threads", "2", "--seed", "4", "--json", _folder["run.json"]);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("2 robots, 3 worlds, 2 threads, random policy, seed 4", output, StringComparison.Ordinal);
        Assert.Contains("env-steps/s", output, StringComparison.Ordinal);
        Assert.Matches(@"return +-?\d.* ± .* \(95 %\) per episode", output);
        var json = JsonDocument.Parse(await File.ReadAllBytesAsync(_folder["run.json"])).RootElement;
        Assert.Equal((120, 3, 2), (json.GetProperty("steps").GetInt64(), json.GetProperty("worlds").GetInt32(), json.GetProperty("robots").GetInt32()));
        Assert.True(json.GetProperty("episodes").GetInt64() >= 6);
        Assert.True(json.GetProperty("env_steps_per_s").GetDouble() > 0);
    }

    [Fact]
    public async Task Run_TheSameSeedOnAnyThreads_ComesToTheSame()
    {
        async Task<string> Returns(string seed, string threads)
        {
            var (_, output, _) = await RunAsync("run", Scenario, "--steps", "100", "--worlds", "4", "--seed", seed, "--threads", threads);
            return string.Join('\n', output.Split('\n').Where(line => line.StartsWith("return", StringComparison.Ordinal) || line.StartsWith("length", StringComparison.Ordinal)));
        }

        Assert.Equal(await Returns("7", "1"), await Returns("7", "2"));
        Assert.NotEqual(await Returns("7", "1"), await Returns("8", "1"));
    }

    [Fact]
    public async Task Run_ForSeconds_Stops()
    {
        var (exitCode, output, _) = await RunAsync("run", Scenario, "--seconds", "0.05", "--policy", "still");

        Assert.Equal(0, exitCode);
        Assert.Contains("still policy", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("scenario: there is no \"nowhere/land\"", "run", "nowhere/land")]
    [InlineData("--robots: NaN is not a whole number between 0 and 65536", "run", Scenario, "--robots", "NaN")]
    [InlineData("--robots: -1 is not a whole number between 0 and 65536", "run", Scenario, "--robots", "-1")]
    [InlineData("--worlds: 0 is not", "run", Scenario, "--worlds", "0")]
    [InlineData("--steps: 1e99 is not", "run", Scenario, "--steps", "1e99")]
    [InlineData("--seconds: NaN is not a number between", "run", Scenario, "--seconds", "NaN")]
    [InlineData("--seed: -5 is not", "record", Scenario, "--seed", "-5", "--out", "x.mcap")]
    [InlineData("--policy: there is no clever", "run", Scenario, "--policy", "clever")]
    [InlineData("--json: there is no folder", "run", Scenario, "--json", "/nowhere/at/all.json")]
    [InlineData("lbf/8x8-2p-2f: agents: 60000 is not between", "run", Scenario, "--robots", "60000")]
    [InlineData("--out: .gif is not drawn", "render", Scenario, "--out", "x.gif")]
    [InlineData("--out: there is no folder", "render", Scenario, "--out", "/nowhere/at/all.svg")]
    [InlineData("name a scenario, or give --all", "render", "--out", "x.svg")]
    [InlineData("name a scenario, or give --all", "render", Scenario, "--all", "--out", "x")]
    [InlineData("--golden: there is no folder /nowhere", "parity", "--golden", "/nowhere")]
    [InlineData("Could not find", "replay", "/nowhere.mcap")]
    [InlineData("'fly' is not understood", "fly")]
    [InlineData("'--frobs' is not understood", "run", Scenario, "--frobs", "3")]
    public async Task Any_WhatCannotBeDone_IsOneLineThatNamesItAndExitCodeTwo(string message, params string[] args)
    {
        var (exitCode, output, errors) = await RunAsync(args);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.StartsWith("swarm sim", errors, StringComparison.Ordinal);
        Assert.Single(errors.Trim().Split('\n'));
    }

    [Fact]
    public async Task Render_WritesAPageAPictureOrAFolderOfPictures()
    {
        foreach (var name in new[] { "a.html", "a.svg", "frames" })
        {
            var (exitCode, output, errors) = await RunAsync("render", Scenario, "--out", _folder[name], "--steps", "9");
            Assert.Equal((0, "", _folder[name]), (exitCode, errors, output.Trim()));
        }

        Assert.StartsWith("<!DOCTYPE html>", await File.ReadAllTextAsync(_folder["a.html"]), StringComparison.Ordinal);
        Assert.StartsWith("<svg ", await File.ReadAllTextAsync(_folder["a.svg"]), StringComparison.Ordinal);
        Assert.Equal(10, Directory.GetFiles(_folder["frames"], "frame-*.svg").Length);
        Assert.Equal(3, Directory.GetFileSystemEntries(_folder.Path).Length);
    }

    [Fact]
    public async Task Render_IntoAFolderThatHoldsSomething_LeavesItAlone()
    {
        Directory.CreateDirectory(_folder["frames"]);
        await File.WriteAllTextAsync(_folder["frames/mine"], "mine");

        var (exitCode, _, errors) = await RunAsync("render", Scenario, "--out", _folder["frames"]);

        Assert.Equal(2, exitCode);
        Assert.Contains("is there already", errors, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder["frames"]));
    }

    [Fact]
    public async Task Replay_OfARecording_IsEqualAndCanBeDrawn()
    {
        var recorded = await RunAsync("record", Scenario, "--out", _folder["run.mcap"], "--steps", "70", "--worlds", "3");
        var replayed = await RunAsync("replay", _folder["run.mcap"], "--threads", "2", "--render", _folder["run.html"]);

        Assert.Equal(0, recorded.ExitCode);
        Assert.Equal((0, ""), (replayed.ExitCode, replayed.Errors));
        Assert.Equal($"equal: 70 steps of 3 worlds of {Scenario}, bit for bit", replayed.Output.Trim());
        Assert.True(File.Exists(_folder["run.html"]));
    }

    [Fact]
    public async Task Replay_OfARecordingThatWasCutOff_IsOneLine()
    {
        await RunAsync("record", Scenario, "--out", _folder["run.mcap"]);
        await File.WriteAllBytesAsync(_folder["cut.mcap"], (await File.ReadAllBytesAsync(_folder["run.mcap"]))[..1500]);

        var (exitCode, _, errors) = await RunAsync("replay", _folder["cut.mcap"]);

        Assert.Equal(2, exitCode);
        Assert.Matches("swarm sim replay: .*cut.mcap: the recording was cut off", errors);
    }

    [Theory]
    [InlineData("run", Scenario, "--seconds", "600")]
    [InlineData("record", Scenario, "--steps", "10000000", "--out")]
    [InlineData("render", Scenario, "--steps", "100000", "--out")]
    public async Task Any_Stopped_LeavesNothingHalfWritten(params string[] args)
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        string[] all = [.. args, .. args[^1] == "--out" ? [_folder["out.svg"]] : Array.Empty<string>()];

        var (exitCode, output, errors) = await RunAsync(all, stop.Token);

        Assert.Equal((130, ""), (exitCode, output));
        Assert.Contains(": stopped", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Parity_AFolderWithAFileThatCannotBeRun_FailsAndWritesItsReport()
    {
        await File.WriteAllTextAsync(_folder["bad.json"], "{");

        var (exitCode, output, _) = await RunAsync("parity", "--golden", _folder.Path, "--json", _folder["report.txt"]);

        Assert.Equal(1, exitCode);
        Assert.Contains("FAIL bad.json: not JSON", output, StringComparison.Ordinal);
        Assert.False(JsonDocument.Parse(await File.ReadAllBytesAsync(_folder["report.txt"])).RootElement.GetProperty("passed").GetBoolean());
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] args) => RunAsync(args, TestContext.Current.CancellationToken);

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(string[] args, CancellationToken cancel)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await SwarmCommand.RunAsync(["sim", .. args], new() { Output = output, Error = errors }, cancel);
        return (exitCode, output.ToString(), errors.ToString());
    }
}
