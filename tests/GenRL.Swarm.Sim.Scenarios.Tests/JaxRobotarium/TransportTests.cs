using GenRL.Swarm.Sim.Scenarios.JaxRobotarium;
using GenRL.Swarm.Sim.Scenarios.Tests.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Tests.JaxRobotarium;

public sealed class TransportTests
{
    [Fact]
    public void MaterialTransport_LastLoad_EmptiesTheZoneAndDropsAreDone()
    {
        var scenario = new MaterialTransport(Still.Jax(2), new([[0.45, 5], [0.15, 15]], CapabilityView.None), new());
        var world = new JaxRobotariumWorld(scenario);
        (scenario.Field("zone1_load")[0], scenario.Field("zone2_load")[0]) = (7d, 15d);
        scenario.Place((0.34, 0), (1.11, 0));

        world.Advance([0, 0]);
        Assert.Equal((2 * 0.25) - 0.1, world.Rewards[0], 12);
        Assert.Equal((2d, 0d), (scenario.Field("zone1_load")[0], scenario.Field("zone2_load")[0]));
        scenario.Place((-1.2, 0), (-1.05, 0));
        world.Advance([0, 0]);
        Assert.Equal(0.75 - 0.1, world.Rewards[0], 12);
        Assert.Equal([0, 1], scenario.Field("payload"));
        scenario.Place((0.3, 0), (-1.2, 0));
        world.Advance([0, 0]);
        Assert.Equal((0d, 0d), (scenario.Field("zone1_load")[0], scenario.Figure("success_rate")));
        scenario.Place((-1.2, 0));
        world.Advance([0, 0]);
        Assert.Equal(1d, scenario.Figure("success_rate"));
        world.Advance([0, 0]);
        Assert.Equal(0d, world.Rewards[0], 12);
    }

    [Fact]
    public void MaterialTransport_Waypoint_IsTheRobotsOwnStepAway()
    {
        var scenario = new MaterialTransport(Still.Jax(2), new([[0.45, 5], [0.15, 15]], CapabilityView.None), new());

        Assert.Equal((0.45, 0.15), (scenario.Waypoint(0, 3).X, scenario.Waypoint(1, 1).Y));
    }

    [Theory]
    [InlineData(1.11, -0.5, true, false)]
    [InlineData(1.11, 0.5, false, true)]
    [InlineData(1.11, 0.0, false, false)]
    [InlineData(1.09, -0.5, false, false)]
    public void Warehouse_AtTheRight_EachColourLoadsOnItsSide(double x, double y, bool green, bool red)
    {
        var scenario = new Warehouse(Still.Jax(2), new([[1, 0], [0, 1]], CapabilityView.Own), new());
        scenario.Place((x, y), (x, y));
        var world = new JaxRobotariumWorld(scenario);

        world.Advance([0, 0]);

        Assert.Equal([green ? 1 : 0, red ? 1 : 0], scenario.Field("payload"));
        Assert.Equal(green || red ? 1d : 0d, world.Rewards[0]);
    }

    [Fact]
    public void Warehouse_AtTheLeft_LoadsAreDeliveredOnTheOtherSide()
    {
        var scenario = new Warehouse(Still.Jax(2), new([[1, 0], [0, 1]], CapabilityView.Own), new());
        scenario.Field("payload").AsSpan().Fill(1d);
        scenario.Place((-1.2, 0.5), (-1.2, 0.7));
        var world = new JaxRobotariumWorld(scenario);

        world.Advance([0, 0]);

        Assert.Equal([0, 1], scenario.Field("payload"));
        Assert.Equal((1d, 0d), (scenario.Field("zone1_load")[0], scenario.Field("zone2_load")[0]));
        Assert.Equal([3, 3], world.Rewards);
        Assert.Equal([-1.2, 0.7, 0, -1.2, 0.5, 0, 0, 1], scenario.Seen(1));
    }

    [Theory]
    [InlineData(0, 1, 0.2)]
    [InlineData(0, 2, 0.2)]
    [InlineData(2, 1, 0.3)]
    [InlineData(2, 2, 0.1)]
    [InlineData(3, 1, 0.1)]
    [InlineData(3, 2, 0.3)]
    [InlineData(2, 0, 0.2)]
    [InlineData(3, 3, 0.2)]
    public void ArcticTransport_Waypoint_IsAsFarAsTheTerrainLets(int robot, int terrain, double step)
    {
        var scenario = Arctic();
        scenario.Field("grid").AsSpan().Fill(terrain);

        Assert.Equal(step, scenario.Waypoint(robot, 3).X, 12);
    }

    [Fact]
    public void ArcticTransport_DroneInTheCorner_SeesTheEdge()
    {
        var scenario = Arctic();
        for (var i = 0; i < 96; i++)
        {
            scenario.Field("grid")[i] = i;
        }

        scenario.Place((-1.55, 0.99), (1.49, -0.99), (0, 0), (0.3, 0));

        var seen = scenario.Seen(2);
        Assert.Equal((12 * 4) + 6, seen[12]);
        Assert.Equal([-1, -1, -1, -1, 0, 1, -1, 12, 13], seen[13..22]);
        Assert.Equal([82, 83, -1, 94, 95, -1, -1, -1, -1], seen[22..31]);
        Assert.Equal([0, 1, 0], seen[31..]);
    }

    [Fact]
    public void ArcticTransport_Reward_IsWhatBothRobotsLackTogether()
    {
        var scenario = Arctic();
        var world = new JaxRobotariumWorld(scenario);
        scenario.Place((0, 0), (0.5, 0), (-0.5, 0.5), (1, 0.8));

        world.Advance([0, 0, 0, 0]);
        Assert.Equal((-0.05 * 0.25) - 0.1, world.Rewards[0], 12);
        scenario.Place((0, 0), (0.5, 0), (-0.5, 0.76));
        world.Advance([0, 0, 0, 0]);
        Assert.Equal(0d, world.Rewards[0], 12);
        Assert.Equal(1d, scenario.Figure("success_rate"));
    }

    private static ArcticTransport Arctic() => new(Still.Jax(4), new([[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]], CapabilityView.Own), new());
}
