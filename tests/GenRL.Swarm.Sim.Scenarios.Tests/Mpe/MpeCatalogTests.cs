using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Mpe;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Mpe;

public sealed class MpeCatalogTests
{
    [Fact]
    public void All_eleven_are_there_with_both_kinds_of_actions()
    {
        var names = MpeFamily.Entries.Select(entry => entry.Name).ToList();

        Assert.Equal(22, names.Distinct().Count());
        foreach (var name in names)
        {
            using var environment = ScenarioCatalog.Find(name).Create(new ScenarioRequest());
            Assert.Equal(name.EndsWith("-continuous", StringComparison.Ordinal), environment.Shape.Actions[0].Choices.Length == 0);
        }
    }

    [Theory]
    [InlineData("mpe/spread", 7)]
    [InlineData("mpe/tag", 9)]
    [InlineData("mpe/adversary", 5)]
    [InlineData("mpe/world-comm", 7)]
    [InlineData("mpe/formation", 32)]
    [InlineData("mpe/line", 10)]
    public void As_many_agents_as_asked_for(string name, int agents)
    {
        using var environment = ScenarioCatalog.Find(name).Create(new ScenarioRequest(Agents: agents));
        var shape = environment.Shape;
        environment.Reset(1, new float[shape.ObservationLength]);
        environment.Step(new float[shape.ActionLength], new float[shape.ObservationLength], new float[shape.RewardLength], new EpisodeEnd[1]);

        Assert.Equal(agents, shape.Agents);
    }

    [Fact]
    public void A_number_of_agents_that_cannot_be_is_refused()
    {
        var exception = Assert.Throws<ScenarioException>(() => ScenarioCatalog.Find("mpe/push").Create(new ScenarioRequest(Agents: 3)));

        Assert.StartsWith("agents: 3", exception.Message, StringComparison.Ordinal);
    }
}
