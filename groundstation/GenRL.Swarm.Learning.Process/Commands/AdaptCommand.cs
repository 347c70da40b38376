using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Export;
using GenRL.Swarm.Learning.WorldModels;
using GenRL.Swarm.Models.Runtime;

namespace GenRL.Swarm.Learning.Process.Commands;

/// <summary>
/// <c>adapt</c>: teaches a release the floor that its own logs show. Leaves an unsigned candidate bundle, and beside the parent's trainable
/// weights the candidate's, with a report of what was learned.
/// </summary>
internal static class AdaptCommand
{
    private const double Aside = 0.25;

    public static Command Create()
    {
        var parent = new Option<DirectoryInfo>("--parent") { Description = "folder of the bundle that the fleet flies", Required = true };
        var learning = new Option<DirectoryInfo>("--learning") { Description = "folder with trainable weights, one folder per release id", Required = true };
        var output = new Option<DirectoryInfo>("--out") { Description = "folder for the candidate bundle", Required = true };
        var logs = new Option<FileInfo[]>("--log") { Description = "tick logs", Required = true, AllowMultipleArgumentsPerToken = true };
        var floor = new Option<string>("--floor") { Description = "name of the floor", DefaultValueFactory = _ => "adapted" };
        var seed = new Option<ulong>("--seed") { Description = "everything random follows from it", DefaultValueFactory = _ => 1 };
        var effort = new Option<double>("--effort") { Description = "share of the gradient steps that adaptation was measured with: less is sooner done and worse", DefaultValueFactory = _ => 1 };
        effort.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double>() is not (> 0 and <= 1))
            {
                result.AddError("--effort must lie above 0 and at most be 1");
            }
        });
        var command = new Command("adapt", "Adapt a release to the floor in its logs.") { parent, learning, output, logs, floor, seed, effort };
        command.SetAction((parsed, cancel) =>
        {
            var files = parsed.GetValue(logs)!.Select(file => file.FullName).ToList();
            Run(
                parsed.GetValue(parent)!.FullName, parsed.GetValue(learning)!.FullName, parsed.GetValue(output)!.FullName, files, parsed.GetValue(floor)!,
                parsed.GetValue(seed), parsed.GetValue(effort), cancel);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Run(
        string parent, string learning, string output, IReadOnlyList<string> logs, string floor, ulong seed, double effort, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        OnnxRuntimeLibrary.Load();
        var parentId = BundleFolder.IdOf(parent);
        var (trainingFiles, asideFiles) = LogSplit.LastOfEach(logs, Aside);
        LearnerProgress.Write("read-logs", 0, $"{trainingFiles.Count} logs to learn from, {asideFiles.Count} kept aside");
        var training = TrackReader.Read(trainingFiles, TrackWindows.Instants);
        var aside = TrackReader.Read(asideFiles, TrackWindows.Instants);
        Require(training, $"{trainingFiles.Count} logs to learn from");
        Require(aside, $"{asideFiles.Count} logs kept aside");
        using var state = LearnedState.Load(Path.Combine(learning, parentId.Hex));
        var report = new AdaptationRun(state, seed, TimeProvider.System, new LearnerProgress()) { Effort = effort }.Run(training, aside, cancel);

        var files = state.Export(floor, report.Floor.Model, BundleExporter.ReadContract(parent).Limits);
        var hashes = trainingFiles.Select(file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))).ToList();
        var summary = ReportFile.Summarise(report, seed, clock.Elapsed.TotalSeconds);
        BundleFolder.Write(output, files, floor, new BundleOrigin(parentId.Hex, hashes, [seed], "adapt"), summary.Metrics);
        var weights = Path.Combine(learning, BundleFolder.IdOf(output).Hex);
        state.Save(weights);
        ReportFile.Write(Path.Combine(weights, ReportFile.Name), summary);
        LearnerProgress.Write("done", 1, $"{clock.Elapsed.TotalSeconds:F0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:F0} s CPU; {summary.Headline}");
    }

    private static void Require(IReadOnlyList<RobotTrack> tracks, string which)
    {
        if (tracks.Count == 0)
        {
            throw new InvalidOperationException($"the {which} hold no flight of more than {TrackWindows.Instants} plan ticks without a break: fly longer");
        }
    }
}
