using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.JaxRobotarium;
using GenRL.Swarm.Sim.Scenarios.Tests.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Tests.JaxRobotarium;

public sealed class GatheringTests
{
    [Theory]
    [InlineData(0.29, 3.0, -1.0)]
    [InlineData(0.30, 0.0, 3.0)]
    public void Foraging_LevelsWithinReach_AddUp(double distance, double reward, double left)
    {
        var scenario = new Foraging(Still.Jax(2), new([[1], [2]], CapabilityView.All), new(Resources: 1));
        scenario.Place((0.1, 0), (distance, 0));
        scenario.Field("payload")[0] = 3d;
        var world = new JaxRobotariumWorld(scenario);

        world.Advance([0, 0]);

        Assert.Equal([reward, reward], world.Rewards);
        Assert.Equal(left, scenario.Field("payload")[0]);
        Assert.Equal(left < 0 ? 1 : 0, scenario.Figure("success_rate"));
    }

    [Fact]
    public void Foraging_ATakenResource_IsPaidOnce()
    {
        var scenario = new Foraging(Still.Jax(1), new([[5]], CapabilityView.None), new(Resources: 1));
        scenario.Field("payload")[0] = 4d;
        var world = new JaxRobotariumWorld(scenario);

        world.Advance([0]);
        Assert.Equal(4d, world.Rewards[0]);
        world.Advance([0]);
        Assert.Equal(0d, world.Rewards[0]);
        Assert.Equal([0, 0, 0, 0, 0, -1], scenario.Seen(0));
    }

    [Fact]
    public void Foraging_Reset_EveryResourceNeedsTheLastRobotAndSomeMore()
    {
        var scenario = new Foraging(Still.Jax(3), new([[1], [2], [3]], CapabilityView.None), new(Resources: 3));
        var orders = new HashSet<string>();
        for (var seed = 0UL; seed < 60; seed++)
        {
            scenario.Reset(new RandomStream(seed, 0, 0));
            Assert.Equal([3, 5, 6], scenario.Field("payload").Order());
            orders.Add(string.Join(' ', scenario.Field("payload")));
        }

        Assert.Equal(6, orders.Count);
    }

    [Fact]
    public void Discovery_TwoTaggersOfOneLandmark_ArePaidTwice()
    {
        var scenario = new Discovery(Still.Jax(3), new([[0.45, 0], [0, 0.25], [0, 0.25]], CapabilityView.None), new(Landmarks: 3, Sensing: 1));
        scenario.Place((-1, 0), (0.1, 0), (-0.1, 0));
        (scenario.Landmarks[3], scenario.Landmarks[6]) = (1d, -1.5);
        var world = new JaxRobotariumWorld(scenario);

        world.Advance([0, 0, 0]);

        Assert.Equal((2 * 5) - 0.05, world.Rewards[0], 12);
        Assert.Equal([1, 0, 0], scenario.Field("landmark_tagged"));
        Assert.Equal([0, 0, 0], scenario.Field("landmark_sensed"));
    }

    [Fact]
    public void Discovery_PairsAsManyAsLandmarks_NoTimePenaltyThoughOneIsLeft()
    {
        var scenario = new Discovery(Still.Jax(3), new([[0.45, 0], [0, 0.25], [0, 0.25]], CapabilityView.None), new(Landmarks: 2, Sensing: 1));
        scenario.Place((1.2, 0), (0.1, 0), (-0.1, 0));
        scenario.Landmarks[3] = 1d;
        var world = new JaxRobotariumWorld(scenario);

        world.Advance([0, 0, 0]);

        Assert.Equal(1 + (2 * 5), world.Rewards[0], 12);
        Assert.Equal(0, scenario.Figure("success_rate"));
        Assert.Equal([-5, -5, -5, 1, 0, 0], scenario.Seen(0)[9..]);
    }

    [Fact]
    public void PredatorPrey_Prey_JumpsToTheBestPlaceAndStaysInside()
    {
        var scenario = new PredatorPrey(Still.Jax(1), new());
        var world = new JaxRobotariumWorld(scenario);
        scenario.Place((0.3, 0));

        world.Advance([0]);
        Assert.Equal([-0.3, 0, 0], scenario.Landmarks.Select(value => Math.Round(value, 12)));
        for (var step = 0; step < 10; step++)
        {
            world.Advance([0]);
        }

        Assert.Equal(-1.5, scenario.Landmarks[0], 12);
        Assert.Equal(0.9, Math.Abs(scenario.Landmarks[1]), 12);
        Assert.Equal(0, scenario.Figure("prey_tagged"));
    }

    [Fact]
    public void PredatorPrey_TwoWaysAsGood_TakesTheFirst()
    {
        var scenario = new PredatorPrey(Still.Jax(1), new());
        scenario.Landmarks[0] = 1.5;

        new JaxRobotariumWorld(scenario).Advance([0]);

        Assert.Equal([1.5, 0.3], scenario.Landmarks[..2].Select(value => Math.Round(value, 12)));
    }

    [Fact]
    public void PredatorPrey_CorneredPrey_IsTaggedAgainAndAgain()
    {
        var scenario = new PredatorPrey(Still.Jax(1), new(TagRadius: 5d));
        var world = new JaxRobotariumWorld(scenario);

        world.Advance([0]);
        world.Advance([0]);

        Assert.Equal(10d, world.Rewards[0]);
        Assert.Equal(2, scenario.Field("landmark_tagged")[0]);
    }
}
