using System.Numerics;
using System.Runtime.InteropServices;

namespace GenRL.Swarm.Sim.Worlds;

/// <summary>
/// Where rays meet things, whole vectors of rays at a time. Each method lowers <c>ranges</c>, [Padded of the fan], metres, where its obstacle is nearer.
/// Every lane is computed by the same IEEE operations, so the result does not depend on the vector width.
/// </summary>
internal static class RayCaster
{
    /// <summary>The arena's outer walls seen from inside.</summary>
    public static void Arena(Vector2 origin, Vector2 half, in RayFan rays, Span<float> ranges)
    {
        // A ray almost along an axis would divide by zero: it meets the other pair of walls long before.
        var least = new Vector<float>(1e-6f);
        var x = MemoryMarshal.Cast<float, Vector<float>>(rays.X);
        var y = MemoryMarshal.Cast<float, Vector<float>>(rays.Y);
        var result = MemoryMarshal.Cast<float, Vector<float>>(ranges);
        var (originX, originY) = (new Vector<float>(origin.X), new Vector<float>(origin.Y));
        var (halfX, halfY) = (new Vector<float>(half.X), new Vector<float>(half.Y));
        for (var i = 0; i < x.Length; i++)
        {
            var toX = (halfX - CopySign(originX, x[i])) / Vector.Max(Vector.Abs(x[i]), least);
            var toY = (halfY - CopySign(originY, y[i])) / Vector.Max(Vector.Abs(y[i]), least);
            result[i] = Vector.Min(result[i], Vector.Max(Vector.Min(toX, toY), Vector<float>.Zero));
        }
    }

    /// <summary>A wall: origin + t d = from + s e, hit when t is not negative and s lies in [0, 1].</summary>
    public static void Wall(Vector2 origin, in WallSegment wall, in RayFan rays, Span<float> ranges)
    {
        var along = wall.To - wall.From;
        var to = wall.From - origin;
        var cross = new Vector<float>((to.X * along.Y) - (to.Y * along.X));
        var x = MemoryMarshal.Cast<float, Vector<float>>(rays.X);
        var y = MemoryMarshal.Cast<float, Vector<float>>(rays.Y);
        var result = MemoryMarshal.Cast<float, Vector<float>>(ranges);
        for (var i = 0; i < x.Length; i++)
        {
            // A parallel ray divides by zero: infinity or NaN, which fail the comparisons.
            var slope = (x[i] * along.Y) - (y[i] * along.X);
            var t = cross / slope;
            var s = ((y[i] * to.X) - (x[i] * to.Y)) / slope;
            var hit = Vector.GreaterThanOrEqual(t, Vector<float>.Zero) & Vector.GreaterThanOrEqual(s, Vector<float>.Zero)
                & Vector.LessThanOrEqual(s, Vector<float>.One) & Vector.LessThan(t, result[i]);
            result[i] = Vector.ConditionalSelect(hit, t, result[i]);
        }
    }

    /// <summary>A disc; 0 from inside it.</summary>
    public static void Disc(Vector2 origin, Vector2 centre, float radius, in RayFan rays, Span<float> ranges)
    {
        var to = centre - origin;
        var outside = to.LengthSquared() - (radius * radius);
        if (outside <= 0f)
        {
            ranges.Clear();
            return;
        }

        var x = MemoryMarshal.Cast<float, Vector<float>>(rays.X);
        var y = MemoryMarshal.Cast<float, Vector<float>>(rays.Y);
        var result = MemoryMarshal.Cast<float, Vector<float>>(ranges);
        for (var i = 0; i < x.Length; i++)
        {
            var ahead = (x[i] * to.X) + (y[i] * to.Y);
            var discriminant = (ahead * ahead) - new Vector<float>(outside);
            var t = ahead - Vector.SquareRoot(Vector.Max(discriminant, Vector<float>.Zero));
            var hit = Vector.GreaterThanOrEqual(discriminant, Vector<float>.Zero) & Vector.GreaterThan(ahead, Vector<float>.Zero)
                & Vector.LessThan(t, result[i]);
            result[i] = Vector.ConditionalSelect(hit, t, result[i]);
        }
    }

    private static Vector<float> CopySign(Vector<float> magnitudeTimes, Vector<float> sign) =>
        magnitudeTimes ^ (sign & new Vector<float>(-0f));
}
