using System.Text.Json;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Parity.Tests.Robotarium;

public class RobotariumFilesTests
{
    public static TheoryData<string> Files()
    {
        var files = new TheoryData<string>();
        foreach (var system in (string[])["robotarium-v2", "robotarium-legacy"])
        {
            var folder = Path.Combine(Folder, system);
            foreach (var file in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json").Order() : Enumerable.Empty<string>())
            {
                files.Add(file);
            }
        }

        return files;
    }

    private static string Folder => Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "golden"));

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryStoredValueIsReproduced(string path)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(path));
        var comparison = new Comparison();
        GoldenSystems.All.Single(system => system.System == file.RootElement.GetProperty("system").GetString()).Run(file.RootElement, comparison);
        TestContext.Current.TestOutputHelper!.WriteLine($"{comparison.Steps} steps, {comparison.Values} values, worst {string.Join(" ", Enum.GetValues<Quantity>().Select(comparison.Worst))}");
        Assert.Null(comparison.Failure);
        Assert.True(comparison.Steps > 0);
        Assert.Equal(0, comparison.Injected);
    }
}
