using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>The nearest points of two outlines. Where several are equally near, the first found counts: edges in the order of <see cref="Side"/>.</summary>
internal static class Nearest
{
    /// <summary>Sides of a box: ends of its length, then of its width.</summary>
    public const int Sides = 4;

    /// <summary>A line's only edge.</summary>
    public static Edge<V> Edge<V>(Tile<V> tile, int body, BodyShape.Line line)
        where V : unmanaged, ILanes<V> =>
        new(new(tile.X(body), tile.Y(body)), new(tile.Cos(body), tile.Sin(body)), V.All(line.Length / 2d));

    /// <summary>One side of a box.</summary>
    public static Edge<V> Side<V>(Tile<V> tile, int body, BodyShape.Box box, int side)
        where V : unmanaged, ILanes<V>
    {
        var centre = new Vec<V>(tile.X(body), tile.Y(body));
        var along = new Vec<V>(tile.Cos(body), tile.Sin(body));
        var across = new Vec<V>(-tile.Sin(body), tile.Cos(body));
        return side switch
        {
            0 => new(centre + (along * V.All(box.Length / 2d)), across, V.All(box.Width / 2d)),
            1 => new(centre - (along * V.All(box.Length / 2d)), across, V.All(box.Width / 2d)),
            2 => new(centre + (across * V.All(box.Width / 2d)), along, V.All(box.Length / 2d)),
            _ => new(centre - (across * V.All(box.Width / 2d)), along, V.All(box.Length / 2d)),
        };
    }

    /// <summary>Of a point and a box's outline.</summary>
    public static Gap<V> PointBox<V>(Tile<V> tile, Vec<V> point, int body, BodyShape.Box box)
        where V : unmanaged, ILanes<V>
    {
        var along = new Vec<V>(tile.Cos(body), tile.Sin(body));
        var across = new Vec<V>(-tile.Sin(body), tile.Cos(body));
        var centre = new Vec<V>(tile.X(body), tile.Y(body));
        var (u, v) = (Vec<V>.Dot(point - centre, along), Vec<V>.Dot(point - centre, across));
        var (halfU, halfV) = (V.All(box.Length / 2d), V.All(box.Width / 2d));
        var (nearU, nearV) = (V.Min(V.Max(u, -halfU), halfU), V.Min(V.Max(v, -halfV), halfV));
        var inside = (V.Abs(u) < halfU) & (V.Abs(v) < halfV);
        if (V.Any(inside))
        {
            // From inside, the nearest end of the length unless a side of the width is nearer.
            var zero = V.All(0d);
            var ends = halfU - V.Abs(u) <= halfV - V.Abs(v);
            nearU = V.Select(inside & ends, V.Select(u >= zero, halfU, -halfU), nearU);
            nearV = V.Select(inside & ~ends, V.Select(v >= zero, halfV, -halfV), nearV);
        }

        return Gap<V>.Between(point, centre + (along * nearU) + (across * nearV));
    }

    /// <summary>Of two edges: an end of one and the other, or where they cross.</summary>
    public static Gap<V> EdgeEdge<V>(Edge<V> a, Edge<V> b)
        where V : unmanaged, ILanes<V>
    {
        var best = Gap<V>.Between(a.Head, b.Nearest(a.Head))
            .OrLess(Gap<V>.Between(a.Tail, b.Nearest(a.Tail)))
            .OrLess(Gap<V>.Between(a.Nearest(b.Head), b.Head))
            .OrLess(Gap<V>.Between(a.Nearest(b.Tail), b.Tail));
        var (alongA, alongB, start) = (a.Tail - a.Head, b.Tail - b.Head, b.Head - a.Head);
        var cross = Vec<V>.Cross(alongA, alongB);
        var (zero, one) = (V.All(0d), V.All(1d));
        var apart = V.Abs(cross) > zero;
        var safe = V.Select(apart, cross, one);
        var (s, t) = (Vec<V>.Cross(start, alongB) / safe, Vec<V>.Cross(start, alongA) / safe);
        var crossed = apart & (s >= zero) & (s <= one) & (t >= zero) & (t <= one);
        var point = a.Head + (alongA * s);
        return new(Vec<V>.Select(crossed, point, best.A), Vec<V>.Select(crossed, point, best.B), V.Select(crossed, zero, best.Squared));
    }

    /// <summary>Of an edge and a box's outline.</summary>
    public static Gap<V> EdgeBox<V>(Tile<V> tile, Edge<V> edge, int body, BodyShape.Box box)
        where V : unmanaged, ILanes<V>
    {
        var best = EdgeEdge(edge, Side(tile, body, box, 0));
        for (var side = 1; side < Sides; side++)
        {
            best = best.OrLess(EdgeEdge(edge, Side(tile, body, box, side)));
        }

        return best;
    }

    /// <summary>Of two boxes' outlines.</summary>
    public static Gap<V> BoxBox<V>(Tile<V> tile, int a, BodyShape.Box boxA, int b, BodyShape.Box boxB)
        where V : unmanaged, ILanes<V>
    {
        var best = EdgeBox(tile, Side(tile, a, boxA, 0), b, boxB);
        for (var side = 1; side < Sides; side++)
        {
            best = best.OrLess(EdgeBox(tile, Side(tile, a, boxA, side), b, boxB));
        }

        return best;
    }

    /// <summary>
    /// From where a solid box pushes: the point of the line from <paramref name="outside"/> through <paramref name="surface"/> that lies at the foot
    /// of the box's centre; and how deep inside that is.
    /// </summary>
    public static (Vec<V> Point, V Depth) Inner<V>(Vec<V> outside, Vec<V> surface, Vec<V> centre)
        where V : unmanaged, ILanes<V>
    {
        var inwards = surface - outside;
        var length = V.Sqrt(Vec<V>.Dot(inwards, inwards));
        var touches = length <= V.All(0d);
        var depth = V.Select(touches, V.All(0d), Vec<V>.Dot(inwards, centre - surface) / length);
        var unit = inwards * V.Select(touches, V.All(0d), V.All(1d) / length);
        return (surface + (unit * depth), V.Abs(depth));
    }
}
