using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>Two points, one on each of two outlines, and the square of their distance.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal readonly struct Gap<V>(Vec<V> a, Vec<V> b, V squared)
    where V : unmanaged, ILanes<V>
{
    /// <summary>On the first.</summary>
    public Vec<V> A => a;

    /// <summary>On the second.</summary>
    public Vec<V> B => b;

    /// <summary>The square of the distance.</summary>
    public V Squared => squared;

    /// <summary>Between these two points.</summary>
    public static Gap<V> Between(Vec<V> a, Vec<V> b)
    {
        var d = a - b;
        return new(a, b, Vec<V>.Dot(d, d));
    }

    /// <summary>The lesser of two; this one where they are equal.</summary>
    public Gap<V> OrLess(Gap<V> other)
    {
        var less = other.Squared < squared;
        return new(Vec<V>.Select(less, other.A, a), Vec<V>.Select(less, other.B, b), V.Select(less, other.Squared, squared));
    }
}
