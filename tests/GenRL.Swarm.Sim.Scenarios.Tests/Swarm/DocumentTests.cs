using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Swarm;

/// <summary>The example that docs/scenarios.md shows is the one that is compiled and flown here.</summary>
public sealed class DocumentTests
{
    private static readonly string Example = File.ReadAllText(
        Path.Combine(Repository.Root, "tests", "GenRL.Swarm.Sim.Scenarios.Tests", "Swarm", "Gather.cs"));

    [Fact]
    public void Document_ShowsTheExampleWordForWord()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "scenarios.md"));
        var start = text.IndexOf("```csharp\n", StringComparison.Ordinal) + "```csharp\n".Length;

        Assert.Equal(Example, text[start..text.IndexOf("```", start, StringComparison.Ordinal)]);
    }

    [Fact]
    public void Example_IsShort() => Assert.InRange(Example.Split('\n').Length, 1, 99);

    [Fact]
    public void Example_CanBeMadeAsAnyOther()
    {
        using var environment = GatherOptions.Entry.Create(new ScenarioRequest(Worlds: 40, Agents: 5, Threads: 2, Precise: true));

        environment.Reset(1, new float[environment.Shape.ObservationLength]);

        Assert.Equal(5, environment.Shape.Agents);
        Assert.Contains("agents: 17", Assert.Throws<ScenarioException>(() => GatherOptions.Entry.Create(new ScenarioRequest(Agents: 17))).Message, StringComparison.Ordinal);
    }
}
