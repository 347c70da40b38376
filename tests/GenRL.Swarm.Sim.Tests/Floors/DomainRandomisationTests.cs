using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Floors;

namespace GenRL.Swarm.Sim.Tests.Floors;

public sealed class DomainRandomisationTests
{
    [Fact]
    public void Draw_AtStrengthZero_LeavesTheFloorAsItIs()
    {
        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(Floor.SteelHall, DomainRandomisation.Default.Draw(Floor.SteelHall, 0f, new RandomStream(1, i, 0)));
        }
    }

    [Fact]
    public void Draw_AtFullStrength_FillsTheDocumentedRanges()
    {
        Floor[] drawn = [.. Enumerable.Range(0, 2000).Select(i => DomainRandomisation.Default.Draw(Floor.Nominal, 1f, new RandomStream(1, i, 0)))];

        AssertFills(drawn.Select(f => f.Actuators.TimeConstant / 0.25f), 0.6f, 1.6f);
        AssertFills(drawn.Select(f => f.Actuators.GainXX), 0.9f, 1.05f);
        AssertFills(drawn.Select(f => f.Actuators.Delay), 0f, 0.06f);
        AssertFills(drawn.Select(f => f.PositionNoise - 0.004f), 0f, 0.03f);
        Assert.Equal([0, 1, 2, 3], drawn.Select(f => Floor.DelaySteps(f.Actuators)).Distinct().Order());
        Assert.All(drawn, f => Assert.Equal(f.Actuators.GainXX, f.Actuators.GainYY));
    }

    [Fact]
    public void Draw_AtHalfStrength_UsesHalfTheRange()
    {
        Floor[] drawn = [.. Enumerable.Range(0, 2000).Select(i => DomainRandomisation.Default.Draw(Floor.Nominal, 0.5f, new RandomStream(1, i, 0)))];

        AssertFills(drawn.Select(f => f.Actuators.TimeConstant / 0.25f), 0.8f, 1.3f);
    }

    private static void AssertFills(IEnumerable<float> values, float low, float high)
    {
        var (smallest, largest) = (values.Min(), values.Max());
        var slack = 0.02f * (high - low);
        Assert.InRange(smallest, low - 1e-5f, low + slack);
        Assert.InRange(largest, high - slack, high + 1e-5f);
    }
}
