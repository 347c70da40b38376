using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Crowds;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Tests.Crowds;

/// <summary>The grid against a look at everyone.</summary>
public sealed class NeighbourGridTests
{
    [Theory]
    [InlineData(1, 4f, 1f)]
    [InlineData(2, 4f, 1f)]
    [InlineData(40, 10f, 1f)]
    [InlineData(300, 20f, 1.3f)]
    [InlineData(300, 3f, 5f)]
    public void Find_InRandomCrowds_FindsWhoIsInReach(int robots, float side, float reach)
    {
        AssertSame<Lanes128<float>>(robots, side, reach, side / 2f);
        AssertSame<Lanes256<float>>(robots, side, reach, side / 2f);
        AssertSame<Lanes512<float>>(robots, side, reach, side / 2f);
    }

    [Fact]
    public void Find_RobotsOutsideTheWorld_AreFoundToo() => AssertSame<Lanes256<float>>(100, 6f, 1f, 12f);

    [Fact]
    public void Find_PositionsOnTheBordersOfCells_AreFound()
    {
        var grid = new NeighbourGrid<Lanes256<float>>(81, 8f, 1f);
        var (x, y) = (new float[81], new float[81]);
        for (var i = 0; i < 81; i++)
        {
            (x[i], y[i]) = ((i % 9) - 4, (i / 9) - 4);
        }

        grid.Build(x, y);

        AssertFound(grid, x, y, 1f);
    }

    [Fact]
    public void Find_RobotsInReachAcrossARoundedBorder_AreFound()
    {
        // From the lower corner, 4 - 2^-22 is a float32 and 5 - 2^-22 is rounded to 5: but for the cells' slack the two would lie two cells apart.
        const float bit = 1f / (1 << 22);
        float[] x = [-1f - bit, -bit, .. Enumerable.Repeat(4f, 98)];
        var grid = new NeighbourGrid<Lanes256<float>>(100, 10f, 1f);
        grid.Build(x, new float[100]);

        AssertFound(grid, x, new float[100], 1f);
    }

    [Fact]
    public void Grid_ThatCannotBe_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new NeighbourGrid<Lanes128<float>>(0, 1f, 1f));
        foreach (var bad in (ReadOnlySpan<float>)[0f, -1f, float.NaN, float.PositiveInfinity])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => new NeighbourGrid<Lanes128<float>>(1, bad, 1f));
            Assert.Throws<ArgumentOutOfRangeException>(() => new NeighbourGrid<Lanes128<float>>(1, 1f, bad));
        }

        var grid = new NeighbourGrid<Lanes128<float>>(1, 4f, 1f);
        Assert.Throws<ArgumentOutOfRangeException>(() => grid.Find(0f, 0f, 1.1f, new int[1]));
    }

    private static void AssertSame<V>(int robots, float side, float reach, float spread)
        where V : unmanaged, ILanes<V>
    {
        var grid = new NeighbourGrid<V>(robots, side, reach);
        var random = new RandomStream(4, robots, 0);
        for (var crowd = 0; crowd < 5; crowd++)
        {
            float[] x = [.. Enumerable.Range(0, robots).Select(_ => random.NextSingle(-spread, spread))];
            float[] y = [.. Enumerable.Range(0, robots).Select(_ => random.NextSingle(-spread, spread))];
            grid.Build(x, y);
            AssertFound(grid, x, y, reach);
            AssertFound(grid, x, y, reach / 3f);
        }
    }

    private static void AssertFound<V>(NeighbourGrid<V> grid, float[] x, float[] y, float reach)
        where V : unmanaged, ILanes<V>
    {
        var found = new int[x.Length];
        for (var i = 0; i < x.Length; i++)
        {
            var count = grid.Find(x[i], y[i], reach, found);
            var near = Enumerable.Range(0, x.Length).Where(other => Squared(x[other] - x[i], y[other] - y[i]) <= reach * reach);
            Assert.Equal(near, found.Take(count).Order());
        }
    }

    private static float Squared(float dx, float dy) => (dx * dx) + (dy * dy);
}
