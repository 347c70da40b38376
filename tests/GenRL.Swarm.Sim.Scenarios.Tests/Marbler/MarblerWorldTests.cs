using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Marbler;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Tests.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Marbler;

public sealed class MarblerWorldTests
{
    [Theory]
    [InlineData(0, -0.2, 0.0)]
    [InlineData(1, 0.2, 0.0)]
    [InlineData(2, 0.0, -0.2)]
    [InlineData(3, 0.0, 0.2)]
    [InlineData(4, 0.0, 0.0)]
    public void Waypoint_EachAction_IsItsStepAway(int action, double x, double y) =>
        Assert.Equal(new Vector2D(x, y), new Simple(Still.Marbler(1), new()).Waypoint(0, action));

    [Fact]
    public void Waypoint_BeyondTheBounds_IsOnThem()
    {
        var scenario = new Simple(Still.Marbler(1), new());
        scenario.Place((-1.5, 0.95));

        Assert.Equal(new Vector2D(-1.4, 0.9), scenario.Waypoint(0, 0));
    }

    [Fact]
    public void Advance_TouchingRobots_EndTheStepAndTheEpisode()
    {
        var scenario = new Simple(new() { Robots = 2, Certificate = null }, new());
        var world = new MarblerWorld(scenario);
        world.Reset(new RandomStream(1, 0, 0));
        scenario.Place((0, 0), (0.13, 0));

        var end = world.Advance([1, 1]);

        Assert.Equal((EpisodeEnd.Terminated, Violations.Collision), (end, world.Violations));
        Assert.Equal([-5, -5], world.Rewards);
        // One simulator step: the point ahead starts 0.15 m from its goal.
        Assert.Equal(0.033 * 0.15, scenario.Poses.X[0], 12);
        Assert.Equal(0.033 * 0.15, world.Travelled[0], 12);
    }

    [Fact]
    public void Advance_OutsideAndTouching_NamesBoth()
    {
        var scenario = new Simple(new() { Robots = 2 }, new());
        var world = new MarblerWorld(scenario);
        scenario.Place((1.65, 0), (1.6, 0));

        world.Advance([4, 4]);

        Assert.Equal(Violations.Collision | Violations.Boundary, world.Violations);
    }

    [Fact]
    public void Advance_Unpenalized_GoesOn()
    {
        var scenario = new Simple(new() { Robots = 2, PenalizesViolations = false }, new());
        var world = new MarblerWorld(scenario);
        scenario.Place((0, 0), (0.1, 0));

        Assert.Equal(EpisodeEnd.None, world.Advance([4, 4]));
    }

    [Fact]
    public void Travelled_FirstStepAndNext_CountsBetweenReads()
    {
        var scenario = new Simple(new() { Robots = 1, UpdateFrequency = 2, Certificate = null }, new());
        var world = new MarblerWorld(scenario);
        world.Reset(new RandomStream(1, 0, 0));
        scenario.Place((0, 0));

        world.Advance([1]);
        Assert.Equal(0.033 * 0.15, world.Travelled[0], 12);
        world.Advance([1]);
        Assert.Equal(2 * 0.033 * 0.15, world.Travelled[0], 12);
        world.Reset(new RandomStream(2, 0, 0));
        scenario.Place((0, 0));
        world.Advance([1]);
        Assert.Equal(0.033 * 0.15, world.Travelled[0], 12);
    }

    [Fact]
    public void Advance_ToTheEnd_TakesOneStepMoreThanTheLimit()
    {
        var world = new MarblerWorld(new Simple(Still.Marbler(1) with { MaxSteps = 2 }, new()));
        world.Reset(new RandomStream(1, 0, 0));

        Assert.Equal([EpisodeEnd.None, EpisodeEnd.None, EpisodeEnd.Truncated], Enumerable.Range(0, 3).Select(_ => world.Advance([4])));
    }
}
