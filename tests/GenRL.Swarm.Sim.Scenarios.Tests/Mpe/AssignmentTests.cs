using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Mpe;
using V = GenRL.Swarm.Sim.Engine.Lanes.Lanes256<double>;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Mpe;

public sealed class AssignmentTests
{
    private const double Most = 2d;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(6)]
    public void Both_ways_find_what_trying_all_finds(int count)
    {
        var random = new RandomStream(3, count, 0);
        for (var trial = 0; trial < 50; trial++)
        {
            var distances = Draw(random, count);
            var (sets, lanes) = (Assignment.BySets<V>(distances, count, V.All(Most)), Assignment.ByLanes<V>(distances, count, V.All(Most)));
            for (var lane = 0; lane < V.Count; lane++)
            {
                var best = Orders(count).MinBy(order => order.Select((point, agent) => V.Get(distances[(agent * count) + point], lane)).Sum())!
                    .Select((point, agent) => V.Get(distances[(agent * count) + point], lane)).ToList();
                foreach (var (clipped, worst) in (ReadOnlySpan<(V, V)>)[sets, lanes])
                {
                    Assert.Equal(best.Sum(distance => Math.Min(distance, Most)), V.Get(clipped, lane), 1e-12);
                    Assert.Equal(best.Max(), V.Get(worst, lane));
                }
            }
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(11)]
    public void Both_ways_agree_on_many(int count)
    {
        var random = new RandomStream(4, count, 0);
        for (var trial = 0; trial < 30; trial++)
        {
            var distances = Draw(random, count);
            var (sets, lanes) = (Assignment.BySets<V>(distances, count, V.All(Most)), Assignment.ByLanes<V>(distances, count, V.All(Most)));
            for (var lane = 0; lane < V.Count; lane++)
            {
                Assert.Equal(V.Get(sets.Clipped, lane), V.Get(lanes.Clipped, lane), 1e-12);
                Assert.Equal(V.Get(sets.Worst, lane), V.Get(lanes.Worst, lane));
            }
        }
    }

    [Fact]
    public void Distances_that_are_no_numbers_do_not_stop_it()
    {
        var distances = Enumerable.Repeat(V.All(double.NaN), 81).ToArray();

        var (clipped, _) = Assignment.Best<V>(distances, 9, V.All(Most));

        Assert.True(double.IsNaN(V.Get(clipped, 0)));
    }

    private static V[] Draw(RandomStream random, int count)
    {
        var distances = new V[count * count];
        foreach (ref var distance in distances.AsSpan())
        {
            for (var lane = 0; lane < V.Count; lane++)
            {
                distance = V.With(distance, lane, random.NextSingle(0f, 3f));
            }
        }

        return distances;
    }

    private static IEnumerable<int[]> Orders(int count) => count == 0
        ? [[]]
        : Orders(count - 1).SelectMany(order => Enumerable.Range(0, count).Select(at => order[..at].Append(count - 1).Concat(order[at..]).ToArray()));
}
