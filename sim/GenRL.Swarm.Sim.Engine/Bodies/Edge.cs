using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>A straight piece of an outline: <paramref name="half"/> the length to either side of <paramref name="centre"/> along a unit vector.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal readonly struct Edge<V>(Vec<V> centre, Vec<V> along, V half)
    where V : unmanaged, ILanes<V>
{
    /// <summary>Its middle.</summary>
    public Vec<V> Centre => centre;

    /// <summary>The end that it points to.</summary>
    public Vec<V> Head => centre + (along * half);

    /// <summary>The other end.</summary>
    public Vec<V> Tail => centre - (along * half);

    /// <summary>Its point nearest to <paramref name="point"/>.</summary>
    public Vec<V> Nearest(Vec<V> point)
    {
        var distance = Vec<V>.Dot(point - centre, along);
        return centre + (along * V.Min(V.Max(distance, -half), half));
    }
}
