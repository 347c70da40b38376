using System.Text.Json;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Parity.Tests.Robotarium;

public class RobotariumFilesTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "golden"));

    /// <summary>The files' paths within the folder of golden trajectories; one empty path where that folder is not there.</summary>
    public static TheoryData<string> Files() => Directory.Exists(Folder)
        ? [.. ((string[])["robotarium-v2", "robotarium-legacy"]).SelectMany(system =>
            Directory.GetFiles(Path.Combine(Folder, system), "*.json").Order().Select(file => Path.Combine(system, Path.GetFileName(file))))]
        : [""];

    internal static string Read(string name)
    {
        Assert.SkipWhen(name.Length == 0, "the golden trajectories are not beside the repository");
        return File.ReadAllText(Path.Combine(Folder, name));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryStoredValueIsReproduced(string name)
    {
        using var file = JsonDocument.Parse(Read(name));
        var comparison = new Comparison();
        GoldenSystems.All.Single(system => system.System == file.RootElement.GetProperty("system").GetString()).Run(file.RootElement, comparison);
        TestContext.Current.TestOutputHelper!.WriteLine($"{comparison.Steps} steps, {comparison.Values} values, worst {string.Join(" ", Enum.GetValues<Quantity>().Select(comparison.Worst))}");
        Assert.Null(comparison.Failure);
        Assert.True(comparison.Steps > 0);
        Assert.Equal(0, comparison.Injected);
    }
}
