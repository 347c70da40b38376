using System.CommandLine;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Learning.Compression;
using GenRL.Swarm.Learning.Export;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Runtime;

namespace GenRL.Swarm.Learning.Process.Commands;

/// <summary>
/// <c>quantise</c>: the same release with its policy's graph in 8-bit integers, unsigned. Its trainable weights are its parent's: where there is a folder of
/// them, the new release has its own copy, so that it can be adapted like any other.
/// </summary>
internal static class QuantiseCommand
{
    private const int Episodes = 16;

    public static Command Create()
    {
        var bundle = new Option<DirectoryInfo>("--bundle") { Description = "folder of the float bundle", Required = true };
        var learning = new Option<DirectoryInfo?>("--learning") { Description = "folder with trainable weights, one folder per release id" };
        var output = new Option<DirectoryInfo>("--out") { Description = "folder for the int8 bundle", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "the flights that ranges are measured in follow from it", DefaultValueFactory = _ => 1 };
        var command = new Command("quantise", "Store a release's policy in 8-bit integers.") { bundle, learning, output, seed };
        command.SetAction((parsed, cancel) =>
        {
            Run(parsed.GetValue(bundle)!.FullName, parsed.GetValue(learning)?.FullName, parsed.GetValue(output)!.FullName, parsed.GetValue(seed), cancel);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Run(string folder, string? learning, string output, ulong seed, CancellationToken cancel)
    {
        OnnxRuntimeLibrary.Load();
        var parent = BundleFolder.IdOf(folder);
        using var flown = ModelBundle.Load(folder, parent, ModelBundleOptions.Default);
        var seen = ObservedFlights.Fly(flown, Episodes, seed, cancel);
        var policy = PolicyQuantisation.Run(File.ReadAllBytes(Path.Combine(folder, "propose.onnx")), seen, seed);

        var files = BundleExporter.WithPolicy(folder, policy.Propose);
        var origin = new BundleOrigin(parent.Hex, [], [seed], "int8");
        BundleFolder.Write(output, files, flown.Contract.Floor, origin, new Dictionary<string, double> { ["int8_plan_difference_metres"] = policy.PlanDifference });
        if (learning is not null)
        {
            using var state = LearnedState.Load(Path.Combine(learning, parent.Hex));
            state.Save(Path.Combine(learning, BundleFolder.IdOf(output).Hex));
        }

        Console.WriteLine(
            $"{seen.Count} observations; plans end {100 * policy.PlanDifference:F2} cm rms from the float policy's after 1.5 s; "
            + $"bundle {Size(folder) / 1e3:F0} kB -> {files.Values.Sum(file => file.LongLength) / 1e3:F0} kB in {output}");
    }

    private static long Size(string folder) => new DirectoryInfo(folder).EnumerateFiles().Where(file => file.Name != BundleLayout.Manifest).Sum(file => file.Length);
}
