using System.Numerics;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>Which of N agents goes to which of N points so that the sum of the distances is least. Exact.</summary>
internal static class Assignment
{
    // Up to here going through all sets of points, all lanes at once, beats one lane after the other.
    private const int MostSets = 8;

    /// <summary>What the best assignment comes to.</summary>
    /// <param name="distances">Agent by agent, the distance to each point.</param>
    /// <param name="count">N.</param>
    /// <param name="most">What a distance counts for at most in the sum; not in the choice.</param>
    /// <returns>The sum of the clipped distances, and the greatest distance.</returns>
    public static (V Clipped, V Worst) Best<V>(ReadOnlySpan<V> distances, int count, V most)
        where V : unmanaged, ILanes<V> => count <= MostSets ? BySets(distances, count, most) : ByLanes(distances, count, most);

    /// <summary>Dynamic programming: the best way for the first k agents to take a set of k points, from that for k - 1.</summary>
    internal static (V Clipped, V Worst) BySets<V>(ReadOnlySpan<V> distances, int count, V most)
        where V : unmanaged, ILanes<V>
    {
        Span<V> total = stackalloc V[1 << count];
        Span<V> clipped = stackalloc V[1 << count];
        Span<V> worst = stackalloc V[1 << count];
        (total[0], clipped[0], worst[0]) = (V.All(0d), V.All(0d), V.All(0d));
        for (var set = 1u; set < 1u << count; set++)
        {
            var row = distances.Slice((BitOperations.PopCount(set) - 1) * count, count);
            var least = V.All(double.PositiveInfinity);
            for (var left = set; left != 0; left &= left - 1)
            {
                var point = BitOperations.TrailingZeroCount(left);
                var (before, distance) = ((int)(set ^ (1u << point)), row[point]);
                var sum = total[before] + distance;
                var better = sum < least;
                least = V.Select(better, sum, least);
                clipped[(int)set] = V.Select(better, clipped[before] + V.Min(distance, most), clipped[(int)set]);
                worst[(int)set] = V.Select(better, V.Max(worst[before], distance), worst[(int)set]);
            }

            total[(int)set] = least;
        }

        return (clipped[^1], worst[^1]);
    }

    /// <summary>The Hungarian algorithm, a lane at a time.</summary>
    internal static (V Clipped, V Worst) ByLanes<V>(ReadOnlySpan<V> distances, int count, V most)
        where V : unmanaged, ILanes<V>
    {
        var (clipped, worst) = (V.All(0d), V.All(0d));
        Span<double> costs = stackalloc double[count * count];
        Span<int> agents = stackalloc int[count];
        for (var lane = 0; lane < V.Count; lane++)
        {
            for (var i = 0; i < costs.Length; i++)
            {
                costs[i] = V.Get(distances[i], lane);
            }

            Hungarian.Solve(costs, agents);
            var (sum, greatest) = (0d, 0d);
            for (var point = 0; point < count; point++)
            {
                var distance = costs[(agents[point] * count) + point];
                sum += Math.Min(distance, V.Get(most, lane));
                greatest = Math.Max(greatest, distance);
            }

            (clipped, worst) = (V.With(clipped, lane, sum), V.With(worst, lane, greatest));
        }

        return (clipped, worst);
    }
}
