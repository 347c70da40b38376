using System.Runtime.CompilerServices;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>
/// Where rays from the origin meet things. Each method that takes <c>distances</c>, m, lowers them where its thing is nearer, and is not inlined: a loop of vectors is
/// fastest in a method of its own, where the compiler still has locals to spare.
/// </summary>
internal static class Rays
{
    /// <summary>Smallest component of a direction that is divided by: a ray nearer to an axis than this meets the other pair of sides long before.</summary>
    private const double Least = 1e-9;

    /// <summary>
    /// Where one ray, or one in each lane, meets the outline of a disc at (<paramref name="dx"/>, <paramref name="dy"/>), m. How far the disc is from the ray's
    /// line is computed by itself, not as a difference of large squares: a ray that grazes a disc is as exact as one that meets it square.
    /// </summary>
    /// <returns>A mask of the rays that look towards the disc's side and meet it, and the distance; from within the disc it is negative.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V Hits, V Distance) Outline<V>(V dx, V dy, V squaredRadius, V cos, V sin)
        where V : unmanaged, ILanes<V>
    {
        var zero = V.All(0d);
        var along = (dx * cos) + (dy * sin);
        var aside = (dx * sin) - (dy * cos);
        var half = squaredRadius - (aside * aside);
        return ((half >= zero) & (along >= zero), along - V.Sqrt(V.Max(half, zero)));
    }

    /// <summary>A disc at (<paramref name="dx"/>, <paramref name="dy"/>); 0 from inside it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Disc<V>(V dx, V dy, double radius, ReadOnlySpan<V> cos, ReadOnlySpan<V> sin, Span<V> distances)
        where V : unmanaged, ILanes<V>
    {
        var zero = V.All(0d);
        var squaredRadius = V.All(radius * radius);
        var inside = (dx * dx) + (dy * dy) <= squaredRadius;
        cos = cos[..distances.Length];
        sin = sin[..distances.Length];
        for (var ray = 0; ray < distances.Length; ray++)
        {
            var (hits, distance) = Outline(dx, dy, squaredRadius, cos[ray], sin[ray]);
            var met = V.Select(inside, zero, V.Max(distance, zero));
            distances[ray] = V.Select(hits | inside, V.Min(met, distances[ray]), distances[ray]);
        }
    }

    /// <summary>The segment from <paramref name="head"/> on along <paramref name="along"/>, both m.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Segment<V>(Vec<V> head, Vec<V> along, ReadOnlySpan<V> cos, ReadOnlySpan<V> sin, Span<V> distances)
        where V : unmanaged, ILanes<V>
    {
        var (zero, one) = (V.All(0d), V.All(1d));
        var across = Vec<V>.Cross(head, along);
        for (var ray = 0; ray < distances.Length; ray++)
        {
            // A parallel ray divides by zero: infinity or NaN, which fail the comparisons.
            var direction = new Vec<V>(cos[ray], sin[ray]);
            var slope = Vec<V>.Cross(direction, along);
            var distance = across / slope;
            var part = Vec<V>.Cross(head, direction) / slope;
            var hits = (distance >= zero) & (part >= zero) & (part <= one) & (distance < distances[ray]);
            distances[ray] = V.Select(hits, distance, distances[ray]);
        }
    }

    /// <summary>A box whose centre lies at <paramref name="centre"/>; from inside a hollow one its walls, from inside a solid one 0.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Box<V>(
        Vec<V> centre, Vec<V> axis, BodyShape.Box box, ReadOnlySpan<V> cos, ReadOnlySpan<V> sin, Span<V> distances)
        where V : unmanaged, ILanes<V>
    {
        var zero = V.All(0d);
        var (halfU, halfV) = (V.All(box.Length / 2d), V.All(box.Width / 2d));
        var (u, v) = (-Vec<V>.Dot(centre, axis), -Vec<V>.Cross(axis, centre));
        for (var ray = 0; ray < distances.Length; ray++)
        {
            var direction = new Vec<V>(cos[ray], sin[ray]);
            var (enterU, leaveU) = Slab(u, Vec<V>.Dot(direction, axis), halfU);
            var (enterV, leaveV) = Slab(v, Vec<V>.Cross(axis, direction), halfV);
            var (enter, leave) = (V.Max(enterU, enterV), V.Min(leaveU, leaveV));
            var distance = V.Select(enter >= zero, enter, box.Hollow ? leave : zero);
            var hits = (leave >= V.Max(enter, zero)) & (distance < distances[ray]);
            distances[ray] = V.Select(hits, distance, distances[ray]);
        }
    }

    /// <summary>When a ray enters and leaves the strip of half-width <paramref name="half"/> about 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (V Enter, V Leave) Slab<V>(V start, V speed, V half)
        where V : unmanaged, ILanes<V>
    {
        var least = V.All(Least);
        var per = V.All(1d) / V.Select(V.Abs(speed) < least, least, speed);
        var (one, other) = ((-half - start) * per, (half - start) * per);
        return (V.Min(one, other), V.Max(one, other));
    }
}
