using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>A vector in the plane, in every lane.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal readonly struct Vec<V>(V x, V y)
    where V : unmanaged, ILanes<V>
{
    /// <summary>Along x.</summary>
    public V X { get; } = x;

    /// <summary>Along y.</summary>
    public V Y { get; } = y;

    public static Vec<V> operator +(Vec<V> a, Vec<V> b) => new(a.X + b.X, a.Y + b.Y);

    public static Vec<V> operator -(Vec<V> a, Vec<V> b) => new(a.X - b.X, a.Y - b.Y);

    public static Vec<V> operator *(Vec<V> a, V scale) => new(a.X * scale, a.Y * scale);

    /// <summary>Inner product.</summary>
    public static V Dot(Vec<V> a, Vec<V> b) => (a.X * b.X) + (a.Y * b.Y);

    /// <summary>The third component of the outer product.</summary>
    public static V Cross(Vec<V> a, Vec<V> b) => (a.X * b.Y) - (a.Y * b.X);

    /// <summary>Lanes of <paramref name="yes"/> where the mask is set, else of <paramref name="no"/>.</summary>
    public static Vec<V> Select(V mask, Vec<V> yes, Vec<V> no) => new(V.Select(mask, yes.X, no.X), V.Select(mask, yes.Y, no.Y));
}
