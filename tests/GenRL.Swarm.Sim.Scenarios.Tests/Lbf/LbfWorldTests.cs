using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Lbf;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Lbf;

public sealed class LbfWorldTests
{
    private const float None = 0, North = 1, South = 2, West = 3, East = 4, Load = 5;

    [Fact]
    public void Step_TwoNameOneCell_BothStay()
    {
        var world = World((2, 1, 1), (2, 3, 1));

        world.Step([East, West], new float[2]);

        Assert.Equal([(2, 1), (2, 3)], Places(world));
    }

    [Fact]
    public void Step_TwoSwap_TheyMay()
    {
        var world = World((2, 1, 1), (2, 2, 1));

        world.Step([East, West], new float[2]);

        Assert.Equal([(2, 2), (2, 1)], Places(world));
    }

    [Fact]
    public void Step_IntoTheCellOfOneThatFailsToLeave_TheyShareIt()
    {
        var world = World((2, 2, 1), (2, 4, 1), (1, 2, 1));

        world.Step([East, West, South], new float[3]);

        Assert.Equal([(2, 2), (2, 4), (2, 2)], Places(world));
    }

    [Theory]
    [InlineData(0, 2, North)]
    [InlineData(7, 2, South)]
    [InlineData(2, 0, West)]
    [InlineData(2, 7, East)]
    [InlineData(4, 4, East)]
    [InlineData(4, 4, Load, false)]
    public void Step_OffTheFieldOrIntoFood_IsNothing(int row, int column, float action, bool isInvalid = true)
    {
        var world = World((row, column, 1));
        world.Field.Lay(world.Field.Cell(4, 5), 3);

        Assert.Equal(!isInvalid, world.IsValid(0, (LbfAction)(int)action));
        world.Step([action], new float[1]);

        Assert.Equal([(row, column)], Places(world));
    }

    [Fact]
    public void Load_EnoughTogether_ShareByLevelOfAllFood()
    {
        var world = World((3, 4, 2), (5, 4, 1), (4, 3, 1), (0, 0, 2));
        world.Field.Lay(world.Field.Cell(4, 4), 3);
        world.Field.Lay(world.Field.Cell(1, 6), 5);
        var rewards = new float[4];

        var end = world.Step([Load, Load, None, Load], rewards);

        Assert.Equal([2d * 3d / (3d * 8d), 1d * 3d / (3d * 8d), 0d, 0d], world.Rewards.ToArray());
        Assert.Equal([0.25f, 0.125f, 0f, 0f], rewards);
        Assert.Equal(EpisodeEnd.None, end);
        Assert.True(world.Field.IsOpen(world.Field.Cell(4, 4)));
    }

    [Fact]
    public void Load_TooLittle_AllPayAndTheFoodStays()
    {
        var world = World(options => options with { Penalty = 0.1 }, (3, 4, 1), (5, 4, 1));
        world.Field.Lay(world.Field.Cell(4, 4), 3);

        world.Step([Load, Load], new float[2]);

        Assert.Equal([-0.1, -0.1], world.Rewards.ToArray());
        Assert.Equal(1, world.Field.Left);
    }

    [Fact]
    public void Load_NotNormalised_IsLevelTimesFood()
    {
        var world = World(options => options with { NormaliseReward = false }, (3, 4, 2));
        world.Field.Lay(world.Field.Cell(4, 4), 2);

        var end = world.Step([Load], new float[1]);

        Assert.Equal([4d], world.Rewards.ToArray());
        Assert.Equal(EpisodeEnd.Terminated, end);
    }

    [Fact]
    public void Step_TheLastOne_IsTruncated()
    {
        var world = World(options => options with { MaxSteps = 3 }, (0, 0, 1));
        world.Field.Lay(world.Field.Cell(4, 4), 2);

        Assert.Equal(
            [EpisodeEnd.None, EpisodeEnd.None, EpisodeEnd.Truncated], Enumerable.Range(0, 3).Select(_ => world.Step([None], new float[1])));
    }

    [Fact]
    public void Observe_SightOfTwo_CountsFromWhatIsSeen()
    {
        var world = World(options => options with { Sight = 2 }, (5, 5, 2), (7, 6, 1), (1, 1, 1));
        world.Field.Lay(world.Field.Cell(4, 6), 3);
        world.Field.Lay(world.Field.Cell(1, 3), 4);
        var seen = new float[3 * 15];

        world.Observe(seen);

        Assert.Equal([1, 3, 3, -1, -1, 0, 2, 2, 2, 4, 3, 1, -1, -1, 0], seen[..15]);
        Assert.Equal([1, 3, 4, -1, -1, 0, 1, 1, 1, -1, -1, 0, -1, -1, 0], seen[30..]);
    }

    [Fact]
    public void Observe_WithoutLevels_LayersShowOnes()
    {
        var world = World(options => options with { GridObservation = true, ObserveAgentLevels = false, Sight = 1 }, (0, 0, 2), (1, 1, 2));
        world.Field.Lay(world.Field.Cell(1, 2), 4);
        var seen = new float[2 * 27];

        world.Observe(seen);

        Assert.Equal([0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0], seen[..27]);
        Assert.Equal([0, 0, 0, 0, 0, 4, 0, 0, 0], seen[36..45]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reset_ManyTimes_KeepsTheRulesOfTheStart(bool cooperative)
    {
        var world = new LbfWorld(LbfOptions.Square(8, 4, 3, cooperative, 8));
        var random = new RandomStream(1, 0, 0);
        var levels = new HashSet<int>();
        for (var episode = 0; episode < 500; episode++)
        {
            world.Reset(random);
            var sum = world.Levels.ToArray().Order().Take(3).Sum();
            var food = world.Field.FoodCells.ToArray().Select(cell => (Row: world.Field.Row(cell), Column: world.Field.Column(cell))).ToList();

            Assert.Equal(4, Places(world).Distinct().Count());
            Assert.Empty(Places(world).Intersect(food));
            Assert.All(food, cell => Assert.True(cell.Row is > 0 and < 7 && cell.Column is > 0 and < 7));
            Assert.All(food, one => Assert.DoesNotContain(food, other => other != one && AreNear(one, other)));
            Assert.All(world.Field.FoodLevels.ToArray(), level => Assert.InRange(level, cooperative ? sum : 1, sum));
            Assert.Equal(world.Field.FoodLevels.ToArray().Sum(), world.Field.Spawned);
            levels.UnionWith(world.Levels.ToArray());
        }

        Assert.Equal([1, 2], levels.Order());

        static bool AreNear((int Row, int Column) one, (int Row, int Column) other)
        {
            var (rows, columns) = (Math.Abs(one.Row - other.Row), Math.Abs(one.Column - other.Column));
            return Math.Max(rows, columns) == 1 || (rows + columns == 2 && rows * columns == 0);
        }
    }

    [Theory]
    [InlineData("rows", 2, 8, 2, 2)]
    [InlineData("foods", 8, 8, 2, 0)]
    [InlineData("players", 3, 3, 9, 1)]
    public void New_OptionsThatMakeNoSense_NamesTheField(string field, int rows, int columns, int players, int foods)
    {
        var options = LbfOptions.Square(8, players, foods, false, 8) with { Rows = rows, Columns = columns };

        Assert.Contains(field, Assert.Throws<ScenarioException>(() => new LbfWorld(options)).Message, StringComparison.Ordinal);
    }

    private static LbfWorld World(params (int Row, int Column, int Level)[] players) => World(options => options, players);

    private static LbfWorld World(Func<LbfOptions, LbfOptions> change, params (int Row, int Column, int Level)[] players)
    {
        var world = new LbfWorld(change(LbfOptions.Square(8, players.Length, 2, false, 8)));
        for (var i = 0; i < players.Length; i++)
        {
            world.Cells[i] = world.Field.Cell(players[i].Row, players[i].Column);
            world.Levels[i] = players[i].Level;
        }

        return world;
    }

    private static List<(int Row, int Column)> Places(LbfWorld world) =>
        [.. world.Cells.ToArray().Select(cell => (world.Field.Row(cell), world.Field.Column(cell)))];
}
