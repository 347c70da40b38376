using System.Numerics;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Sim.Tests.Scenarios;

public sealed class ScenarioTests
{
    public static TheoryData<string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int>();
            foreach (var scenario in ScenarioList.All)
            {
                foreach (var robots in new[] { 1, 2, 3, 4, 6, 8, 16, 64 })
                {
                    cases.Add(scenario.Name, robots);
                }
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Places_AreSeparatedAndInsideTheArena_ForEverySeedAndMission(string name, int robots)
    {
        var scenario = ScenarioList.Find(name);
        var half = scenario.Describe(robots).ArenaHalfSize;
        var places = new Vector2[robots];
        for (var seed = 0ul; seed < 20; seed++)
        {
            for (var mission = 0; mission < 4; mission++)
            {
                scenario.Places(seed, mission, places);

                Assert.All(places, p => Assert.True(MathF.Abs(p.X) < half.X - 1f && MathF.Abs(p.Y) < half.Y - 1f));
                Assert.True(SmallestGap(places) >= (name == "crossing" ? 0.499f : 0.45f));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Places_AreAFunctionOfSeedAndMission(string name, int robots)
    {
        var scenario = ScenarioList.Find(name);
        Vector2[] Of(ulong seed, int mission)
        {
            var places = new Vector2[robots];
            scenario.Places(seed, mission, places);
            return places;
        }

        Assert.Equal(Of(3, 1), Of(3, 1));
        Assert.NotEqual(Of(3, 1), Of(4, 1));
        Assert.NotEqual(Of(3, 1), Of(3, 2));
    }

    [Theory]
    [InlineData(2, 1.3f)]
    [InlineData(4, 1.3f)]
    [InlineData(8, 1.3f)]
    [InlineData(16, 1.7f)]
    public void Crossing_IsAntipodal_OnACircleThatGrows(int robots, float radius)
    {
        var (starts, goals) = (new Vector2[robots], new Vector2[robots]);
        new Crossing().Places(5, 0, starts);
        new Crossing().Places(5, 1, goals);

        for (var i = 0; i < robots; i++)
        {
            Assert.Equal(radius, starts[i].Length(), 0.05f);
            Assert.True(Vector2.Distance(starts[i], -goals[i]) < 1e-5f);
        }
    }

    [Fact]
    public void Crossing_KeepsFlyingThroughTheMiddle_FromMissionToMission()
    {
        var (here, next) = (new Vector2[4], new Vector2[4]);
        for (var mission = 0; mission < 6; mission++)
        {
            new Crossing().Places(5, mission, here);
            new Crossing().Places(5, mission + 1, next);

            Assert.All(here.Zip(next), pair => Assert.True(Vector2.Distance(pair.First, -pair.Second) < 0.5f));
        }
    }

    [Fact]
    public void Doorway_EveryRobotChangesRooms()
    {
        var (here, next) = (new Vector2[6], new Vector2[6]);
        for (var mission = 0; mission < 3; mission++)
        {
            new Doorway().Places(2, mission, here);
            new Doorway().Places(2, mission + 1, next);

            Assert.All(here.Zip(next), pair => Assert.True(pair.First.X * pair.Second.X < 0f));
        }
    }

    [Fact]
    public void Doorway_LetsOneRobotThrough_AndNotTwoAbreast()
    {
        var walls = new Doorway().Describe(4).Walls;
        var width = Vector2.Distance(walls[0].To, walls[1].From);

        Assert.True(width > 0.24f * 1.3f);
        Assert.True(width < 0.48f);
    }

    [Fact]
    public void FourRobots_HaveTheDocumentedField()
    {
        Assert.All(ScenarioList.All, scenario => Assert.Equal(new Vector2(2.5f), scenario.Describe(4).ArenaHalfSize));
    }

    [Fact]
    public void Find_UnknownName_ListsTheKnownOnes()
    {
        var error = Assert.Throws<ArgumentException>(() => ScenarioList.Find("maze"));

        Assert.Contains("crossing, random-goals, doorway", error.Message, StringComparison.Ordinal);
    }

    private static float SmallestGap(Vector2[] places)
    {
        var smallest = float.PositiveInfinity;
        for (var i = 0; i < places.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                smallest = MathF.Min(smallest, Vector2.Distance(places[i], places[j]));
            }
        }

        return smallest;
    }
}
