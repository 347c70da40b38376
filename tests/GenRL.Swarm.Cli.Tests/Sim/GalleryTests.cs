using GenRL.Swarm.Cli.Sim.Rendering;
using GenRL.Swarm.Cli.Sim.Terminal;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Cli.Tests.Sim;

public sealed class GalleryTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_HasAPictureAndAReplayOfEachAnIndexAndASheet()
    {
        ScenarioEntry[] entries = [.. ScenarioCatalog.Entries.Take(3)];

        new Gallery(1, "wander", 20).Write(_folder["all"], entries, Silent(), CancellationToken.None);

        var index = File.ReadAllText(_folder["all/index.html"]);
        Assert.All(entries, entry =>
        {
            Assert.True(File.Exists(_folder[$"all/{entry.Name}.svg"]));
            Assert.True(File.Exists(_folder[$"all/{entry.Name}.html"]));
            Assert.Contains($"href=\"{entry.Name}.html\"", index, StringComparison.Ordinal);
            Assert.Contains($">{entry.Name}</text>", File.ReadAllText(_folder["all/scenarios.svg"]), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Write_WhereOneScenarioFails_LeavesNothing()
    {
        ScenarioEntry[] entries = [ScenarioCatalog.Entries[0], new("bad/one", "", _ => throw new ScenarioException("agents: none"))];

        Assert.Throws<ScenarioException>(() => new Gallery(1, "wander", 20).Write(_folder["all"], entries, Silent(), CancellationToken.None));

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    private static ProgressLine Silent() => new(TextWriter.Null, 0, TimeProvider.System);
}
