using System.CommandLine;
using System.Diagnostics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Models.Contract;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Sim.Batch;

namespace GenRL.Swarm.Learning.Process.Commands;

/// <summary><c>train</c>: world model, policy and codebook from nothing, in the simulator on the nominal floor.</summary>
internal static class TrainCommand
{
    private const string Floor = "nominal";

    public static Command Create()
    {
        var output = new Option<DirectoryInfo>("--out") { Description = "folder for bundle/ and learning/", Required = true };
        var work = new Option<DirectoryInfo>("--work") { Description = "folder for the stages' files: a stopped run goes on from there", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "everything random follows from it", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json-progress") { Description = "progress as one JSON object a line" };
        var command = new Command("train", "Train world model, policy and codebook from nothing.") { output, work, seed, json };
        command.SetAction((parsed, cancel) =>
        {
            Run(parsed.GetValue(output)!, parsed.GetValue(work)!, parsed.GetValue(seed), parsed.GetValue(json), cancel);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Run(DirectoryInfo output, DirectoryInfo work, ulong seed, bool json, CancellationToken cancel)
    {
        OnnxRuntimeLibrary.Load();
        var clock = Stopwatch.StartNew();
        var settings = TrainingSettings.Standard(seed);
        using var state = new TrainingRun(new SimWorlds(), settings, work.FullName, TimeProvider.System, new ConsoleProgress(json)).Run(cancel);
        var files = state.Export(Floor, ActuatorModel.Nominal, new ModelLimits(1f, settings.Policy.Collection.Radius));
        BundleFolder.Write(Path.Combine(output.FullName, "bundle"), files, Floor, new BundleOrigin(null, [], [seed], "train"));
        state.Save(Path.Combine(output.FullName, "learning"));
        Console.WriteLine($"trained in {clock.Elapsed.TotalSeconds:F0} s wall, {Environment.CpuUsage.TotalTime.TotalSeconds:F0} s CPU; bundle in {output.FullName}");
    }
}
