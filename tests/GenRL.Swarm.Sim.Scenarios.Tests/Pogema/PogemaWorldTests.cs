using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Pogema;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Pogema;

public sealed class PogemaWorldTests
{
    private const float Stay = 0, Up = 1, Down = 2, Left = 3, Right = 4;

    [Theory]
    [InlineData(PogemaCollisions.Priority, 2, 3)]
    [InlineData(PogemaCollisions.BlockBoth, 1, 3)]
    [InlineData(PogemaCollisions.Soft, 2, 3)]
    internal void Step_TwoWantOneCell_TheSystemDecides(PogemaCollisions collisions, int first, int second)
    {
        var world = World(collisions, (1, 1), (1, 3));

        Assert.Equal([(1, first), (1, second)], After(world, Right, Left));
    }

    [Theory]
    [InlineData(PogemaCollisions.Priority, 2, 1)]
    [InlineData(PogemaCollisions.BlockBoth, 2, 1)]
    [InlineData(PogemaCollisions.Soft, 2, 1)]
    internal void Step_TwoSwap_NobodyMoves(PogemaCollisions collisions, int first, int second) =>
        Assert.Equal([(1, first), (1, second)], After(World(collisions, (1, 2), (1, 1)), Left, Right));

    [Theory]
    [InlineData(PogemaCollisions.Priority, 3, 2)]
    [InlineData(PogemaCollisions.BlockBoth, 3, 1)]
    [InlineData(PogemaCollisions.Soft, 3, 2)]
    internal void Step_TheSecondFollowsTheFirst_IfTheSystemLetsIt(PogemaCollisions collisions, int first, int second) =>
        Assert.Equal([(1, first), (1, second)], After(World(collisions, (1, 2), (1, 1)), Right, Right));

    [Theory]
    [InlineData(PogemaCollisions.Priority, 1)]
    [InlineData(PogemaCollisions.BlockBoth, 1)]
    [InlineData(PogemaCollisions.Soft, 2)]
    internal void Step_TheFirstFollowsTheSecond_OnlyIfAllMoveAtOnce(PogemaCollisions collisions, int first) =>
        Assert.Equal([(1, first), (1, 3)], After(World(collisions, (1, 1), (1, 2)), Right, Right));

    [Fact]
    public void Step_SoftAChainRunsIntoTheWall_AllAreTakenBack()
    {
        var world = World(PogemaCollisions.Soft, (0, 3), (0, 2), (0, 1), (1, 1));

        Assert.Equal([(0, 3), (0, 2), (0, 1), (1, 1)], After(world, Up, Right, Right, Up));
    }

    [Fact]
    public void Step_SoftARing_Turns() => Assert.Equal(
        [(0, 1), (1, 1), (1, 0), (0, 0)], After(World(PogemaCollisions.Soft, (0, 0), (0, 1), (1, 1), (1, 0)), Right, Down, Left, Up));

    [Theory]
    [InlineData(PogemaCollisions.Priority)]
    [InlineData(PogemaCollisions.BlockBoth)]
    [InlineData(PogemaCollisions.Soft)]
    internal void Step_AtRandom_NobodyLeavesTheMapNorSharesACell(PogemaCollisions collisions)
    {
        var world = new PogemaWorld(Options(12) with { Rows = 7, Columns = 9, Collisions = collisions, OnTarget = PogemaOnTarget.Restart, MaxSteps = 5000 });
        var random = new RandomStream(2, 0, 0);
        world.Reset(random);
        for (var step = 0; step < 2000; step++)
        {
            _ = world.Step([.. Enumerable.Range(0, 12).Select(_ => (float)random.NextInt32(5))], new float[12]);

            Assert.Equal(12, Places(world).Distinct().Count());
            Assert.All(Places(world), cell => Assert.True(!world.Map.Obstacles[cell.Row, cell.Column] && world.Taken[cell.Row, cell.Column]));
            Assert.All(world.Agents.ToArray(), agent => Assert.True(world.Map.AreConnected(
                (agent.Row * 9) + agent.Column, (agent.TargetRow * 9) + agent.TargetColumn)));
        }
    }

    [Fact]
    public void Finish_OnTheTarget_PaysOnceAndVanishes()
    {
        var world = World(options => options with { OnTarget = PogemaOnTarget.Finish }, (1, 1), (3, 3));
        Aim(world, 0, 1, 2);
        Aim(world, 1, 3, 1);
        var rewards = new float[2];

        Assert.Equal(EpisodeEnd.None, world.Step([Right, Left], rewards));
        Assert.Equal([1f, 0f], rewards);
        Assert.False(world.Agents[0].IsActive || world.Taken[1, 2]);
        Assert.Equal(EpisodeEnd.Terminated, world.Step([Right, Left], rewards));
        Assert.Equal([0f, 1f], rewards);
        Assert.Equal((1, 2), Places(world)[0]);
    }

    [Fact]
    public void Restart_OnTheTarget_PaysAndAimsElsewhere()
    {
        var world = World(options => options with { OnTarget = PogemaOnTarget.Restart }, (1, 1), (3, 3));
        Aim(world, 0, 1, 2);
        var rewards = new float[2];

        Assert.Equal(EpisodeEnd.None, world.Step([Right, Stay], rewards));

        Assert.Equal([1f, 0f], rewards);
        Assert.True(world.Agents[0] is { IsActive: true, IsOnTarget: false });
    }

    [Fact]
    public void Nothing_UntilAllAreOnTheirs_ThenAllArePaid()
    {
        var world = World(options => options with { OnTarget = PogemaOnTarget.Nothing }, (1, 1), (3, 3));
        Aim(world, 0, 1, 2);
        Aim(world, 1, 3, 1);
        var rewards = new float[2];

        Assert.Equal(EpisodeEnd.None, world.Step([Right, Left], rewards));
        Assert.Equal([0f, 0f], rewards);
        Assert.Equal(EpisodeEnd.Terminated, world.Step([Stay, Left], rewards));
        Assert.Equal([1f, 1f], rewards);
    }

    [Fact]
    public void Step_TheLastOne_IsTruncated()
    {
        var world = World(options => options with { MaxSteps = 2 }, (1, 1));

        Assert.Equal([EpisodeEnd.None, EpisodeEnd.Truncated], Enumerable.Range(0, 2).Select(_ => world.Step([Stay], new float[1])));
    }

    [Theory]
    [InlineData(false, 1f)]
    [InlineData(true, 0f)]
    public void Observe_OneThatFollowsAHigherNumber_IsSeenUnlessTheFaultIsCopied(bool forgets, float expected)
    {
        var world = World(
            options => options with { Collisions = PogemaCollisions.Soft, ForgetsFollowers = forgets, Radius = 1, OnTarget = PogemaOnTarget.Nothing }, (1, 1), (1, 2));
        After(world, Right, Right);
        var seen = new float[2 * 27];

        world.Observe(seen);

        Assert.Equal(expected, seen[9 + 4]);
        Assert.Equal(expected, seen[27 + 9 + 3]);
        Assert.Equal(1f, seen[27 + 9 + 4]);
    }

    [Theory]
    [InlineData(1, 5, 5, 2)]
    [InlineData(2, 8, 8, 4)]
    [InlineData(3, 6, 11, 5)]
    [InlineData(4, 16, 16, 8)]
    [InlineData(5, 16, 16, 8)]
    [InlineData(8, 9, 40, 20)]
    [InlineData(12, 32, 7, 20)]
    [InlineData(24, 10, 10, 3)]
    [InlineData(128, 7, 9, 3)]
    public void Observe_AnySize_IsWhatLookingCellByCellGives(int radius, int rows, int columns, int agents)
    {
        var world = new PogemaWorld(Options(agents) with { Rows = rows, Columns = columns, Radius = radius });
        var random = new RandomStream((ulong)radius, 0, 0);
        var size = 3 * ((2 * radius) + 1) * ((2 * radius) + 1);
        for (var episode = 0; episode < 5; episode++)
        {
            world.Reset(random);
            _ = world.Step([.. Enumerable.Range(0, agents).Select(_ => (float)random.NextInt32(5))], new float[agents]);
            // Numbers about the span show whether anything is written beyond it.
            var seen = Enumerable.Repeat(7f, (agents * size) + 40).ToArray();

            world.Observe(seen.AsSpan(20, agents * size));

            Assert.Equal(Enumerable.Range(0, agents).SelectMany(agent => Looked(world, agent, radius)), seen[20..^20]);
            Assert.All(seen[..20].Concat(seen[^20..]), number => Assert.Equal(7f, number));
        }
    }

    [Fact]
    public void Reset_ManyTimes_EveryStartReachesItsTarget()
    {
        var world = new PogemaWorld(Options(14));
        var random = new RandomStream(9, 0, 0);
        var obstacles = 0;
        for (var episode = 0; episode < 400; episode++)
        {
            world.Reset(random);
            var agents = world.Agents.ToArray();

            Assert.Equal(14, Places(world).Distinct().Count());
            Assert.Equal(14, agents.Select(agent => (agent.TargetRow, agent.TargetColumn)).Distinct().Count());
            Assert.All(agents, agent => Assert.True(agent is { IsActive: true, IsOnTarget: false }
                && world.Map.AreConnected((agent.Row * 8) + agent.Column, (agent.TargetRow * 8) + agent.TargetColumn)));
            obstacles += 64 - world.Map.Free.Length;
        }

        Assert.InRange(obstacles / (400d * 64d), 0.25, 0.31);
    }

    [Fact]
    public void Reset_OnAMapThatIsAlwaysFull_ThinsItOut()
    {
        var world = new PogemaWorld(Options(32) with { Density = 1d });

        world.Reset(new RandomStream(1, 0, 0));

        Assert.Equal(32, Places(world).Distinct().Count());
    }

    [Theory]
    [InlineData("agents", 33, 0.3, 5)]
    [InlineData("density", 1, 1.1, 5)]
    [InlineData("density", 1, double.NaN, 5)]
    [InlineData("radius", 1, 0.3, 129)]
    public void New_OptionsThatMakeNoSense_NamesTheField(string field, int agents, double density, int radius) => Assert.Contains(
        field, Assert.Throws<ScenarioException>(() => new PogemaWorld(Options(agents) with { Density = density, Radius = radius })).Message,
        StringComparison.Ordinal);

    private static IEnumerable<float> Looked(PogemaWorld world, int agent, int radius)
    {
        var self = world.Agents[agent];
        var agents = world.Agents.ToArray();
        int[] around = [.. Enumerable.Range(-radius, (2 * radius) + 1)];
        var cells = around.SelectMany(row => around.Select(column => (Row: self.Row + row, Column: self.Column + column))).ToList();
        var (rows, columns) = (world.Map.Rows, world.Map.Columns);
        var target = (self.Row + Math.Clamp(self.TargetRow - self.Row, -radius, radius), self.Column + Math.Clamp(self.TargetColumn - self.Column, -radius, radius));
        return [
            .. cells.Select(cell => cell.Row >= 0 && cell.Row < rows && cell.Column >= 0 && cell.Column < columns
                ? world.Map.Free.Contains((ushort)((cell.Row * columns) + cell.Column)) ? 0f : 1f
                : cell.Row >= -1 && cell.Row <= rows && cell.Column >= -1 && cell.Column <= columns ? 1f : 0f),
            .. cells.Select(cell => agents.Any(other => other.IsActive && (other.Row, other.Column) == cell) ? 1f : 0f),
            .. cells.Select(cell => cell == target ? 1f : 0f),
        ];
    }

    private static PogemaOptions Options(int agents) => new() { Rows = 8, Columns = 8, Agents = agents };

    private static PogemaWorld World(PogemaCollisions collisions, params (int Row, int Column)[] places) =>
        World(options => options with { Collisions = collisions, OnTarget = PogemaOnTarget.Nothing }, places);

    private static PogemaWorld World(Func<PogemaOptions, PogemaOptions> change, params (int Row, int Column)[] places)
    {
        var world = new PogemaWorld(change(Options(places.Length)));
        world.Map.Clear();
        world.Map.Connect();
        for (var i = 0; i < places.Length; i++)
        {
            world.Agents[i] = new PogemaAgent { Row = (ushort)places[i].Row, Column = (ushort)places[i].Column, TargetRow = 7, TargetColumn = 7, Active = 1 };
        }

        world.Begin(0);
        return world;
    }

    private static void Aim(PogemaWorld world, int agent, int row, int column) =>
        (world.Agents[agent].TargetRow, world.Agents[agent].TargetColumn) = ((ushort)row, (ushort)column);

    private static List<(int Row, int Column)> After(PogemaWorld world, params float[] actions)
    {
        world.Step(actions, new float[actions.Length]);
        return Places(world);
    }

    private static List<(int Row, int Column)> Places(PogemaWorld world) => [.. world.Agents.ToArray().Select(agent => ((int)agent.Row, (int)agent.Column))];
}
