using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Vmas;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Vmas;

public sealed class VmasFamilyTests
{
    public static TheoryData<string> Names => [.. VmasFamily.Entries.Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Create_WithAsManyAgentsAsTheFamilyTakes_ThereIsRoomForThemInEveryEpisode(string name)
    {
        var entry = ScenarioCatalog.Find(name);
        var most = Enumerable.Range(1, 64).Last(Takes);
        using var environment = entry.Create(new ScenarioRequest(Worlds: 64, Agents: most));
        var shape = environment.Shape;
        var observations = new float[shape.ObservationLength];

        for (var seed = 0ul; seed < 30; seed++)
        {
            environment.Reset(seed, observations);
        }

        environment.Step(new float[shape.ActionLength], observations, new float[shape.RewardLength], new EpisodeEnd[shape.Worlds]);
        Assert.All(observations, number => Assert.True(float.IsFinite(number)));

        bool Takes(int agents)
        {
            try
            {
                entry.Create(new ScenarioRequest(Agents: agents)).Dispose();
                return true;
            }
            catch (ScenarioException)
            {
                return false;
            }
        }
    }
}
