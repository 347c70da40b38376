using System.Runtime.CompilerServices;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>Parts of what an agent sees. Each writes at the start of a span and returns what follows.</summary>
internal static class See
{
    /// <summary>A body's velocity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<V> Velocity<V>(Tile<V> tile, int body, Span<V> seen)
        where V : unmanaged, ILanes<V>
    {
        seen[0] = tile.VelocityX(body);
        seen[1] = tile.VelocityY(body);
        return seen[2..];
    }

    /// <summary>A body's position.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<V> Position<V>(Tile<V> tile, int body, Span<V> seen)
        where V : unmanaged, ILanes<V>
    {
        seen[0] = tile.X(body);
        seen[1] = tile.Y(body);
        return seen[2..];
    }

    /// <summary>Where a point lies, seen from a body.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<V> Point<V>(Tile<V> tile, int from, (V X, V Y) point, Span<V> seen)
        where V : unmanaged, ILanes<V>
    {
        seen[0] = point.X - tile.X(from);
        seen[1] = point.Y - tile.Y(from);
        return seen[2..];
    }

    /// <summary>Where bodies lie, seen from one; itself is left out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<V> Offsets<V>(Tile<V> tile, int from, int first, int count, Span<V> seen)
        where V : unmanaged, ILanes<V>
    {
        var (x, y) = (tile.X(from), tile.Y(from));
        var at = 0;
        for (var body = first; body < first + count; body++)
        {
            if (body != from)
            {
                seen[at] = tile.X(body) - x;
                seen[at + 1] = tile.Y(body) - y;
                at += 2;
            }
        }

        return seen[at..];
    }

    /// <summary>Where the nearest of some bodies lie, nearest first; nil where there are too few.</summary>
    public static Span<V> Nearest<V>(Tile<V> tile, int from, int first, int count, int slots, Span<V> seen)
        where V : unmanaged, ILanes<V>
    {
        Span<V> memory = stackalloc V[Neighbours<V>.MemorySize(count, slots)];
        return Nearest(new Neighbours<V>(tile, from, first, count, slots, memory), slots, seen);
    }

    /// <summary>Where the nearest of the first bodies lie, then how fast they are, but nil for the first <paramref name="hidden"/> bodies.</summary>
    public static Span<V> NearestInMotion<V>(Tile<V> tile, int from, int count, int slots, int hidden, Span<V> seen)
        where V : unmanaged, ILanes<V>
    {
        Span<V> memory = stackalloc V[Neighbours<V>.MemorySize(count, slots)];
        var neighbours = new Neighbours<V>(tile, from, 0, count, slots, memory);
        seen = Nearest(neighbours, slots, seen);
        for (var slot = 0; slot < slots; slot++)
        {
            (seen[2 * slot], seen[(2 * slot) + 1]) = neighbours.Velocity(slot, hidden);
        }

        return seen[(2 * slots)..];
    }

    /// <summary>Nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Span<V> Zeros<V>(int count, Span<V> seen)
        where V : unmanaged, ILanes<V>
    {
        seen[..count].Clear();
        return seen[count..];
    }

    private static Span<V> Nearest<V>(scoped Neighbours<V> neighbours, int slots, Span<V> seen)
        where V : unmanaged, ILanes<V>
    {
        for (var slot = 0; slot < slots; slot++)
        {
            (seen[2 * slot], seen[(2 * slot) + 1]) = neighbours.Offset(slot);
        }

        return seen[(2 * slots)..];
    }
}
