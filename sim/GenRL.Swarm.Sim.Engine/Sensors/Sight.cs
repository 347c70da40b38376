using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>Whether bodies lie on the straight line between two others' centres. Immutable.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal sealed class Sight<V>(IReadOnlyList<BodySpec> bodies, IEnumerable<int> blockers)
    where V : unmanaged, ILanes<V>
{
    private readonly int[] _blockers = [.. blockers];

    /// <summary>A mask of the worlds where something hides the two from each other.</summary>
    public V Hides(Tile<V> tile, int from, int to)
    {
        var hidden = V.All(0d);
        foreach (var blocker in _blockers)
        {
            if (blocker != from && blocker != to)
            {
                hidden |= Hides(tile, from, to, blocker);
            }
        }

        return hidden;
    }

    private V Hides(Tile<V> tile, int from, int to, int blocker)
    {
        var (d, at) = (Offset(tile, from, to), Offset(tile, from, blocker));
        var length = V.Sqrt(Vec<V>.Dot(d, d));
        var per = V.All(1d) / V.Max(length, V.All(1e-9));
        if (bodies[blocker].Shape is BodyShape.Disc disc)
        {
            var along = V.Min(V.Max(Vec<V>.Dot(d, at) * per, V.All(0d)), length);
            var miss = at - (d * (along * per));
            return Vec<V>.Dot(miss, miss) < V.All(disc.Radius * disc.Radius);
        }

        // One ray towards the other body: hidden if it ends before.
        Span<V> end = [length];
        ReadOnlySpan<V> cos = [d.X * per];
        ReadOnlySpan<V> sin = [d.Y * per];
        var axis = new Vec<V>(tile.Cos(blocker), tile.Sin(blocker));
        if (bodies[blocker].Shape is BodyShape.Line line)
        {
            Rays.Segment(at - (axis * V.All(line.Length / 2d)), axis * V.All(line.Length), cos, sin, end);
        }
        else if (bodies[blocker].Shape is BodyShape.Box box)
        {
            Rays.Box(at, axis, box, cos, sin, end);
        }

        return end[0] < length;
    }

    private static Vec<V> Offset(Tile<V> tile, int from, int to) => new(tile.X(to) - tile.X(from), tile.Y(to) - tile.Y(from));
}
