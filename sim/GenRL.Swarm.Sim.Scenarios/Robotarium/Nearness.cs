using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>Tells eight points at a time whether they are near one.</summary>
internal static class Nearness
{
    /// <summary>Points per call.</summary>
    public const int Width = 8;

    /// <summary>Which of the points from <paramref name="first"/> on are nearer than a distance: bit k stands for point first + k.</summary>
    /// <param name="xs">Points' x, at least <see cref="Width"/> from <paramref name="first"/> on; m.</param>
    /// <param name="ys">Points' y.</param>
    /// <param name="first">The first point.</param>
    /// <param name="x">The one point's x.</param>
    /// <param name="y">The one point's y.</param>
    /// <param name="squared">The distance, squared.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Mask(ReadOnlySpan<double> xs, ReadOnlySpan<double> ys, int first, double x, double y, double squared)
    {
        var dx = Vector512.Create(x) - Vector512.Create(xs[first..]);
        var dy = Vector512.Create(y) - Vector512.Create(ys[first..]);
        return (uint)Vector512.LessThan((dx * dx) + (dy * dy), Vector512.Create(squared)).ExtractMostSignificantBits();
    }
}
