using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.JaxRobotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Tests.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Tests.JaxRobotarium;

public sealed class JaxRobotariumWorldTests
{
    [Fact]
    public void Advance_ToTheEnd_TakesOneStepMoreThanTheLimit()
    {
        var world = new JaxRobotariumWorld(new Navigation(Still.Jax(2) with { MaxSteps = 3 }, new()));
        world.Reset(new RandomStream(1, 0, 0));

        Assert.Equal([EpisodeEnd.None, EpisodeEnd.None, EpisodeEnd.None, EpisodeEnd.Truncated], Enumerable.Range(0, 4).Select(_ => world.Advance([0, 0])));
    }

    [Theory]
    [InlineData(0.0, -0.5, -0.5)]
    [InlineData(-3.0, -6.0, -6.0)]
    public void Advance_WithViolations_PaysThemInsteadOfTheTask(double shaping, double first, double second)
    {
        var scenario = new Navigation(Still.Jax(2) with { ViolationShaping = shaping }, new());
        var world = new JaxRobotariumWorld(scenario);
        scenario.Place((1.7, 0), (1.57, 0));
        (scenario.Landmarks[0], scenario.Landmarks[3]) = (1.2, 1.07);

        world.Advance([0, 0]);

        Assert.Equal((1, 1), (world.Collisions, world.Outside));
        Assert.Equal([first, second], world.Rewards.Select(reward => Math.Round(reward, 12)));
    }

    [Fact]
    public void Advance_HeldCommand_DrivesAsFirstComputed()
    {
        var options = new JaxRobotariumOptions { Robots = 1, Certified = false, HoldsCommands = true };
        var scenario = new Navigation(options, new());
        new JaxRobotariumWorld(scenario).Advance([3]);

        // 0.8 of the 0.2 m to the waypoint, held for 30 steps: no slowing down.
        Assert.Equal(30 * Platform.TimeStep * 0.16, scenario.Poses.X[0], 12);
    }

    [Theory]
    [InlineData(1, 0.0, 0.2)]
    [InlineData(2, 0.0, -0.2)]
    [InlineData(3, 0.2, 0.0)]
    [InlineData(4, -0.2, 0.0)]
    [InlineData(0, 0.0, 0.0)]
    public void Waypoint_EachAction_IsItsStepAway(int action, double x, double y) =>
        Assert.Equal(new Vector2D(x, y), new Navigation(Still.Jax(1), new()).Waypoint(0, action));

    [Fact]
    public void Waypoint_BeyondTheWall_IsAtTheMargin()
    {
        var scenario = new Navigation(Still.Jax(2), new());
        scenario.Place((1.45, 0), (0, -1.2));

        Assert.Equal(1.5, scenario.Waypoint(0, 3).X, 12);
        Assert.Equal(-0.9, scenario.Waypoint(1, 0).Y, 12);
    }

    [Fact]
    public void Advance_WithTheCertificateAtEachStep_NeverCollides()
    {
        for (var seed = 0UL; seed < 5; seed++)
        {
            var random = new RandomStream(seed, 0, 0);
            var world = new JaxRobotariumWorld(new Navigation(new() { Robots = 6 }, new()));
            world.Reset(random);
            for (var step = 0; step < 60; step++)
            {
                world.Advance([.. Enumerable.Range(0, 6).Select(_ => random.NextInt32(5))]);
                Assert.Equal((0, 0), (world.Collisions, world.Outside));
            }
        }
    }
}
