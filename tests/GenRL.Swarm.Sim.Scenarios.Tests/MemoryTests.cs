using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Scenarios.Tests;

public sealed class MemoryTests
{
    private const int Worlds = 256;

    /// <summary>Bytes that one more world costs, everything counted but the caller's spans: the figures of docs/performance.md.</summary>
    [Theory]
    [InlineData("mpe/spread", 240)]
    [InlineData("vmas/spread", 230)]
    [InlineData("vmas/navigation", 310)]
    [InlineData("vmas/balance", 280)]
    [InlineData("vmas/transport", 230)]
    [InlineData("vmas/flocking", 400)]
    [InlineData("swarm/crossing", 580)]
    [InlineData("robotarium/v2-uni", 13_000)]
    [InlineData("lbf/8x8-2p-2f", 1500)]
    [InlineData("rware/tiny-4ag", 2500)]
    [InlineData("pogema/16x16-8ag-lifelong", 3100)]
    [InlineData("skirmish/3m", 5200)]
    public void Another_world_costs_no_more_than_stated(string name, int stated)
    {
        var perWorld = (Cost(name, 2 * Worlds) - Cost(name, Worlds)) / (double)Worlds;

        Assert.True(perWorld <= stated, $"{perWorld:F0} bytes");
        Assert.True(perWorld > 0.9 * stated, $"{perWorld:F0} bytes: state less");
    }

    private static long Cost(string name, int worlds) =>
        Allocation.Of(() => ScenarioCatalog.Find(name).Create(new ScenarioRequest(worlds)).Dispose());
}
