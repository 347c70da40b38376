using System.Text.Json;
using GenRL.Swarm.Sim.Parity.Mpe;
using GenRL.Swarm.TestKit;
using Xunit;

namespace GenRL.Swarm.Sim.Parity.Tests.Mpe;

public sealed class MpeFilesTests
{
    internal static readonly string Folder = Path.Combine(Repository.Root, "..", "shared", "golden", "mpe");

    public static TheoryData<string> Files =>
        Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : ["(none)"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_is_reproduced(string name)
    {
        Assert.SkipUnless(Directory.Exists(Folder), "the golden files are not here");
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, name)));
        var comparison = new Comparison();

        new MpeSystem().Run(file.RootElement, comparison);

        Assert.Null(comparison.Failure);
        Assert.Equal(file.RootElement.GetProperty("steps").GetArrayLength(), comparison.Steps);
        Assert.Equal(0, comparison.Injected);
    }
}
