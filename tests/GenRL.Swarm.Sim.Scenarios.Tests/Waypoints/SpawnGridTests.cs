using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Waypoints;

public sealed class SpawnGridTests
{
    [Fact]
    public void Draw_ManyTimes_ReachesEveryCellButTheFirstAndOneBeyond()
    {
        var grid = new SpawnGrid(3, 0.5, 2.5, 1.5);
        var random = new RandomStream(1, 0, 0);
        var cells = new HashSet<(double X, double Y)>();

        for (var draw = 0; draw < 500; draw++)
        {
            grid.Draw(random);
            cells.Add((grid[0].X, grid[0].Y));
            Assert.NotEqual(grid[0], grid[1]);
        }

        Assert.Equal(15, cells.Count);
        Assert.DoesNotContain((-1.25, -0.75), cells);
        Assert.Contains((1.25, -0.75), cells);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(40)]
    public void New_WithoutRoom_NamesTheNumbers(int count) =>
        Assert.Contains($"{count} starts 0.5 m", Assert.Throws<ScenarioException>(() => new SpawnGrid(count, 0.5, 2.5, 1.5)).Message, StringComparison.Ordinal);
}
