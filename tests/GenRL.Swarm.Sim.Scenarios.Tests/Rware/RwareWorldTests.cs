using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Rware;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Rware;

public sealed class RwareWorldTests
{
    private const float Stay = 0, Forward = 1, Left = 2, Right = 3, Toggle = 4;
    private const RwareFacing Up = RwareFacing.Up, Down = RwareFacing.Down, West = RwareFacing.Left, East = RwareFacing.Right;

    [Fact]
    public void Step_AQueue_MovesTogetherUnlessItsHeadStays()
    {
        var world = World((3, 0, West), (4, 0, West), (5, 0, West));

        Assert.Equal([(2, 0), (3, 0), (4, 0)], After(world, Forward, Forward, Forward));
        Assert.Equal([(2, 0), (3, 0), (4, 0)], After(world, Stay, Forward, Forward));
        Assert.Equal([RwareAction.Stay, RwareAction.Stay, RwareAction.Stay], world.Executed.ToArray());
    }

    [Fact]
    public void Step_TwoSwapping_StayAndSoDoThoseBehind() =>
        Assert.Equal([(3, 0), (4, 0), (5, 0)], After(World((3, 0, East), (4, 0, West), (5, 0, West)), Forward, Forward, Forward));

    [Fact]
    public void Step_ARingOfFour_TurnsAndWhoPushesStays()
    {
        var ring = World((3, 9, East), (4, 9, Down), (4, 10, West), (3, 10, Up), (2, 9, East));

        Assert.Equal([(4, 9), (4, 10), (3, 10), (3, 9), (2, 9)], After(ring, Forward, Forward, Forward, Forward, Forward));
    }

    [Fact]
    public void Step_TwoQueuesForOneCell_TheLongerGoesFirst() => Assert.Equal(
        [(4, 0), (5, 0), (6, 0)], After(World((4, 0, East), (6, 0, West), (7, 0, West)), Forward, Forward, Forward));

    [Fact]
    public void Step_EquallyLongQueues_TheLowestNumberGoesFirstUnlessToldOtherwise()
    {
        Assert.Equal([(5, 0), (6, 0)], After(World((4, 0, East), (6, 0, West)), Forward, Forward));

        var told = World((4, 0, East), (6, 0, West));
        told.Traffic.First = [false, true];

        Assert.Equal([(4, 0), (5, 0)], After(told, Forward, Forward));
        Assert.Equal(1, told.Traffic.TiesDecided);
    }

    [Fact]
    public void Step_AtTheEdge_ForwardIsDoneAndLeadsNowhere()
    {
        var world = World((0, 0, Up));

        Assert.Equal([(0, 0)], After(world, Forward));
        Assert.Equal([RwareAction.Forward], world.Executed.ToArray());
    }

    [Fact]
    public void Step_Turns_GoRoundTheClock()
    {
        var world = World((0, 0, Up));

        Assert.Equal([East, Down, West, Up], Facings(Right));
        Assert.Equal([West, Down, East, Up], Facings(Left));

        List<RwareFacing> Facings(float action) => [.. Enumerable.Range(0, 4).Select(_ => After(world, action)).Select(_ => world.Robots[0].Facing)];
    }

    [Fact]
    public void Step_Loaded_DoesNotDriveAtAStandingShelf()
    {
        var world = World((1, 1, East));
        world.Robots[0].Shelf = 1;
        world.Begin(0, 0);

        Assert.Equal([(1, 1)], After(world, Forward));
        Assert.Equal([RwareAction.Stay], world.Executed.ToArray());
    }

    [Fact]
    public void Step_Unloaded_DrivesUnderShelvesAndTakesOneUpAndDown()
    {
        var world = World((0, 1, East));

        Assert.Equal([(1, 1)], After(world, Forward));
        After(world, Toggle);
        Assert.Equal(1, world.Robots[0].Shelf);
        After(world, Right);
        After(world, Right);
        After(world, Forward);
        After(world, Toggle);
        Assert.Equal(1, world.Robots[0].Shelf);
        Assert.Equal(world.Map.Cell(0, 1), world.ShelfCells[1]);
        After(world, Right);
        After(world, Right);
        After(world, Forward);
        After(world, Toggle);
        Assert.Equal(0, world.Robots[0].Shelf);
    }

    [Theory]
    [InlineData(RwareReward.Global, 1f, 1f)]
    [InlineData(RwareReward.Individual, 1f, 0f)]
    [InlineData(RwareReward.TwoStage, 0.5f, 0f)]
    internal void Step_AWantedShelfOnAGoal_PaysAndIsReplaced(RwareReward reward, float carrier, float other)
    {
        var world = World(options => options with { Reward = reward }, (4, 9, Down), (0, 0, Up));
        world.Robots[0].Shelf = 1;
        world.ShelfCells[1] = world.Map.Cell(4, 9);
        world.Orders.Load([1, 2]);
        world.Begin(0, 0);
        var rewards = new float[2];

        world.Step([Forward, Stay], rewards);

        Assert.Equal([carrier, other], rewards);
        Assert.DoesNotContain((ushort)1, world.Orders.Queue.ToArray());
        Assert.Equal(2, world.Orders.Queue.ToArray().Distinct().Count());
        Assert.Equal(reward == RwareReward.TwoStage, world.Robots[0].HasDelivered);
    }

    [Fact]
    public void Step_ADeliveredShelfPutBack_PaysTheSecondHalf()
    {
        var world = World(options => options with { Reward = RwareReward.TwoStage }, (1, 1, Down));
        world.Robots[0].Shelf = 1;
        world.Robots[0].HasDelivered = true;
        world.Begin(0, 0);
        var rewards = new float[1];

        world.Step([Toggle], rewards);

        Assert.Equal([0.5f], rewards);
        Assert.False(world.Robots[0].HasDelivered);
    }

    [Fact]
    public void Step_WithoutDeliveries_EndsByInactivityAndByTime()
    {
        Assert.Equal(EpisodeEnd.Terminated, Last(World(options => options with { MaxInactivitySteps = 3 }, (0, 0, Up))));
        Assert.Equal(EpisodeEnd.Truncated, Last(World(options => options with { MaxSteps = 3 }, (0, 0, Up))));
        Assert.Equal(EpisodeEnd.None, Last(World(options => options with { MaxSteps = 0 }, (0, 0, Up))));

        static EpisodeEnd Last(RwareWorld world) =>
            Enumerable.Range(0, 3).Select(_ => world.Step([Stay], new float[1])).ToList()[^1];
    }

    [Fact]
    public void Observe_NormalisedPlaceAndMessages_AreWhereTheyBelong()
    {
        var world = World(options => options with { MessageBits = 2, NormalisedCoordinates = true }, (9, 5, Down), (9, 4, East));
        world.Step([Stay, 1, 0, Stay, 0, 1], new float[2]);
        var seen = new float[2 * (8 + (9 * 9))];

        world.Observe(seen);

        Assert.Equal([1f, 0.5f, 0f, 0f, 1f, 0f, 0f, 1f], seen[..8]);
        Assert.Equal([1f, 0f, 0f, 0f, 1f, 0f, 1f, 0f, 0f], seen[17..26]);
        Assert.Equal([1f, 0f, 1f, 0f, 0f, 1f, 0f, 0f, 0f], seen[44..53]);
        Assert.Equal([0f, 1f, 0f, 0f, 0f, 0f, 0f, 0f, 0f], seen[26..35]);
    }

    [Theory]
    [InlineData(1, 3, 11, 10, 32)]
    [InlineData(2, 3, 20, 10, 80)]
    [InlineData(2, 5, 20, 16, 144)]
    [InlineData(3, 5, 29, 16, 224)]
    public void Blocks_TheKnownSizes_HaveTheirShelves(int shelfRows, int shelfColumns, int rows, int columns, int shelves)
    {
        var layout = RwareLayout.Blocks(shelfRows, shelfColumns, 8).Checked();

        Assert.Equal((rows, columns, shelves), (layout.Rows, layout.Columns, layout.Shelves));
        Assert.Equal([((columns / 2) - 1, rows - 1), (columns / 2, rows - 1)], layout.Goals);
    }

    [Fact]
    public void Reset_ManyTimes_RobotsStandAloneAndOrdersDiffer()
    {
        var world = World((0, 0, Up), (1, 0, Up), (2, 0, Up), (3, 0, Up));
        var random = new RandomStream(1, 0, 0);
        for (var episode = 0; episode < 300; episode++)
        {
            world.Reset(random);

            Assert.Equal(4, world.Robots.ToArray().Select(robot => robot.Cell).Distinct().Count());
            Assert.All(world.Robots.ToArray(), robot => Assert.True(world.Map.IsFloor(robot.Cell) && robot.Shelf == 0));
            Assert.Equal(2, world.Orders.Queue.ToArray().Distinct().Count());
        }
    }

    private static List<(int X, int Y)> After(RwareWorld world, params float[] actions)
    {
        world.Step(actions, new float[world.Robots.Length]);
        return [.. world.Robots.ToArray().Select(robot => (world.Map.X(robot.Cell), world.Map.Y(robot.Cell)))];
    }

    private static RwareWorld World(params (int X, int Y, RwareFacing Facing)[] robots) => World(options => options, robots);

    private static RwareWorld World(Func<RwareOptions, RwareOptions> change, params (int X, int Y, RwareFacing Facing)[] robots)
    {
        var options = change(new RwareOptions { Layout = RwareLayout.Blocks(1, 3, 8), Robots = robots.Length, Requests = 2 }).Checked();
        var map = new RwareMap(options.Layout, options.SensorRange);
        var world = new RwareWorld(options, map, new RwareView(options, map));
        world.Reset(new RandomStream(1, 0, 0));
        for (var i = 0; i < robots.Length; i++)
        {
            world.Robots[i] = new RwareRobot { Cell = map.Cell(robots[i].X, robots[i].Y), Facing = robots[i].Facing };
        }

        world.Begin(0, 0);
        return world;
    }
}
