using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>Finds the robots whose points are near one robot's: looks at all, eight at a time, or only at its neighbours.</summary>
internal static class Nearness
{
    /// <summary>Points looked at in one go: arrays of points are padded by so many, all far away.</summary>
    public const int Width = 8;

    /// <summary>Finds the robots from <paramref name="first"/> on, but for the one itself, in ascending order.</summary>
    /// <param name="xs">The team's points, padded; m.</param>
    /// <param name="ys">Their y.</param>
    /// <param name="robot">The one robot.</param>
    /// <param name="first">The first robot to consider.</param>
    /// <param name="distance">How near, m.</param>
    /// <param name="neighbours">Lists that have all that are so near; null to look at everyone.</param>
    /// <param name="found">Written; room for the whole team.</param>
    /// <returns>How many there are.</returns>
    public static int Find(double[] xs, double[] ys, int robot, int first, double distance, Neighbours? neighbours, int[] found) =>
        neighbours is null
            ? FindAmongAll(xs, ys, robot, first, distance * distance, found)
            : FindListed(xs, ys, robot, first, distance * distance, neighbours.Of(robot), found);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindAmongAll(double[] xs, double[] ys, int robot, int first, double squared, int[] found)
    {
        var (x, y) = (Vector512.Create(xs[robot]), Vector512.Create(ys[robot]));
        var (limit, robots, count) = (Vector512.Create(squared), xs.Length - Width, 0);
        for (var k = first; k < robots; k += Width)
        {
            var (dx, dy) = (x - Vector512.Create(xs, k), y - Vector512.Create(ys, k));
            var mask = (uint)Vector512.LessThan((dx * dx) + (dy * dy), limit).ExtractMostSignificantBits();
            for (; mask != 0; mask &= mask - 1)
            {
                var other = k + BitOperations.TrailingZeroCount(mask);
                found[count] = other;
                count += other != robot ? 1 : 0;
            }
        }

        return count;
    }

    private static int FindListed(double[] xs, double[] ys, int robot, int first, double squared, ReadOnlySpan<int> list, int[] found)
    {
        var (x, y, count) = (xs[robot], ys[robot], 0);
        foreach (var other in list)
        {
            var (dx, dy) = (xs[other] - x, ys[other] - y);
            found[count] = other;
            count += other >= first && (dx * dx) + (dy * dy) < squared ? 1 : 0;
        }

        return count;
    }
}
