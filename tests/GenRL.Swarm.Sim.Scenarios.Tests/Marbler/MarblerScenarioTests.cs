using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Marbler;
using GenRL.Swarm.Sim.Scenarios.Tests.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Marbler;

public sealed class MarblerScenarioTests
{
    [Fact]
    public void PredatorCapturePrey_FoundPrey_IsTakenByOneThatStays()
    {
        var scenario = new PredatorCapturePrey(Still.Marbler(2), new() { Predators = 1, Prey = 2, Neighbours = 1 });
        var world = new MarblerWorld(scenario);
        scenario.Field("prey_loc")[2] = 0.3;
        scenario.Place((0.5, 0), (0.25, 0));

        // The prey at 0 is 0.5 m away: only near for the robot that captures.
        world.Advance([4, 1]);
        Assert.Equal(1 - 0.05, world.Rewards[0], 12);
        Assert.Equal([0.5, 0, 0.3, 0, 0.25, 0, -5, -5], scenario.Seen(0));
        world.Advance([4, 4]);
        Assert.Equal(5 - 0.05, world.Rewards[0], 12);
        Assert.Equal([0, 1], scenario.Field("prey_captured"));
        Assert.Equal([-5, -5], scenario.Seen(0)[2..4]);
        scenario.Place((0.45, 0));
        Assert.Equal(EpisodeEnd.Terminated, world.Advance([4, 4]));
        Assert.Equal(6 - 0.05, world.Rewards[0], 12);
    }

    [Fact]
    public void PredatorCapturePrey_WithCapabilities_ShowsRadii()
    {
        var scenario = new PredatorCapturePrey(Still.Marbler(2), new() { Predators = 1, Prey = 1, Neighbours = 1, CapabilityAware = true });
        scenario.Place((1, 0), (1.2, 0));

        Assert.Equal([1.2, 0, -5, -5, 0, 0.25, 1, 0, -5, -5, 0.45, 0], scenario.Seen(1));
    }

    [Theory]
    [InlineData(1.01, 0.0, 1, 0)]
    [InlineData(1.01, 0.1, 0, 1)]
    [InlineData(0.99, 0.0, 0, 0)]
    public void Warehouse_AtTheRight_EachColourLoadsForItself(double x, double y, double green, double red)
    {
        var scenario = new Warehouse(Still.Marbler(2), new());
        var world = new MarblerWorld(scenario);
        scenario.Place((x, y), (x, y));

        world.Advance([4, 4]);

        Assert.Equal([green, red], world.Rewards);
        Assert.Equal([green, red], scenario.Field("loaded"));
        // Seen a step later.
        Assert.Equal(0, world.Observations[2]);
        world.Advance([4, 4]);
        Assert.Equal(green, world.Observations[2]);
    }

    [Fact]
    public void Warehouse_OnTheAxisAtTheLeft_IsTheRedRobotsZone()
    {
        var scenario = new Warehouse(Still.Marbler(2), new());
        scenario.Field("loaded").AsSpan().Fill(1d);
        scenario.Place((-1.1, 0), (-1.3, 0));
        var world = new MarblerWorld(scenario);

        world.Advance([4, 4]);

        Assert.Equal([0, 3], world.Rewards);
    }

    [Fact]
    public void MaterialTransport_OneStep_LoadsRobotByRobot()
    {
        var scenario = new MaterialTransport(Still.Marbler(4), new());
        var world = new MarblerWorld(scenario);
        (scenario.Field("zone1_load")[0], scenario.Field("zone2_load")[0]) = (8, 20);
        scenario.Place((0.35, 0), (0.1, 0), (1.01, 0), (1.2, 0));

        world.Advance([0, 5, 10, 19]);
        Assert.Equal([5, 3, 15, 5], scenario.Field("load"));
        Assert.Equal(-0.1 + (0.025 * 28), world.Rewards[0], 12);
        Assert.Equal([0, 1, 2, 3], scenario.Field("messages"));
        Assert.Equal([0.35, 0, 0, 8, 20, 0, 1, 2, 3], world.Observations[..9]);
        scenario.Place((-1.01, 0), (-1.1, 0), (-1.2, 0), (-1.3, 0));
        Assert.Equal(EpisodeEnd.Terminated, world.Advance([16, 16, 16, 16]));
        Assert.Equal(-0.1 + (0.075 * 28), world.Rewards[0], 12);
    }

    [Fact]
    public void MaterialTransport_Action_IsAMoveAndAMessage()
    {
        var scenario = new MaterialTransport(Still.Marbler(4), new());

        Assert.Equal((20, 0.45, 0.15), (scenario.Choices, scenario.Waypoint(0, 7).X, scenario.Waypoint(3, 12).Y));
        Assert.Equal(-6d, scenario.ViolationReward);
    }

    [Fact]
    public void ArcticTransport_BothOnTheGoal_IsTheEndAndStaysReached()
    {
        var scenario = Arctic();
        var world = new MarblerWorld(scenario);
        scenario.Place((0, 0), (0.3, 0), (-1.1, 0.8), (1, -0.6));

        // Distance from the point (-1, 0.5).
        Assert.Equal(EpisodeEnd.None, world.Advance([4, 4, 4, 4]));
        Assert.Equal(-0.05 - (0.075 * (4 + 1.21)), world.Rewards[0], 12);
        scenario.Place((0, 0), (0.3, 0), (-1, 0), (-1.1, 0.6));
        Assert.Equal(EpisodeEnd.Terminated, world.Advance([4, 4, 4, 4]));
        Assert.Equal(-0.075 * 0.25, world.Rewards[0], 12);
        Assert.Equal(-30d, scenario.ViolationReward);
    }

    [Fact]
    public void ArcticTransport_DroneInTheCorner_SeesTheNearestCells()
    {
        var scenario = Arctic();
        for (var i = 4; i < 96; i++)
        {
            scenario.Field("grid")[i] = i;
        }

        scenario.Place((1.55, -0.99), (0, 0), (-1, 0), (1, 0));

        var seen = scenario.Seen(2);
        Assert.Equal([-1, 0, 50, 1, 0, 58, 1.55, -0.99, 95, 0, 0, 54, -1, 0.5], seen[..14]);
        Assert.Equal([82, 94, 94, 83, 95, 83, 95, 95], seen[14..22]);
    }

    [Theory]
    [InlineData(0, 1, 0.3)]
    [InlineData(2, 1, 0.3)]
    [InlineData(2, 2, 0.1)]
    [InlineData(3, 1, 0.1)]
    [InlineData(3, 2, 0.3)]
    [InlineData(3, 0, 0.2)]
    [InlineData(2, 3, 0.2)]
    public void ArcticTransport_Waypoint_IsAsFarAsTheTerrainLets(int robot, int terrain, double step)
    {
        var scenario = Arctic();
        scenario.Field("grid").AsSpan().Fill(terrain);

        Assert.Equal(step, scenario.Waypoint(robot, 1).X, 12);
    }

    [Fact]
    public void Reset_Strips_AreLeftAndRight()
    {
        var scenario = new PredatorCapturePrey(new(), new());
        for (var seed = 0UL; seed < 50; seed++)
        {
            scenario.Reset(new RandomStream(seed, 0, 0));
            Assert.All(Enumerable.Range(0, 4), i => Assert.InRange(scenario.Poses.X[i], -1.4 - 1e-9, -0.5));
            Assert.All(Enumerable.Range(0, 6), p => Assert.InRange(scenario.Field("prey_loc")[2 * p], 0.5 - 1e-9, 1.4));
        }
    }

    private static ArcticTransport Arctic()
    {
        var scenario = new ArcticTransport(Still.Marbler(4), new());
        foreach (var cell in (ReadOnlySpan<int>)[1, 2, 13, 14])
        {
            scenario.Field("grid")[cell] = 3;
        }

        return scenario;
    }
}
