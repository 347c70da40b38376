using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>The bodies nearest to one, nearest first: which they are differs from lane to lane. The rows' memory is the caller's.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal readonly ref struct Neighbours<V>
    where V : unmanaged, ILanes<V>
{
    private readonly Tile<V> _tile;
    private readonly int _from;
    private readonly int _first;
    private readonly int _count;
    private readonly Span<V> _chosen;

    /// <summary>Ranks them.</summary>
    /// <param name="tile">Read.</param>
    /// <param name="from">Whose neighbours; not one of them.</param>
    /// <param name="first">The first of the bodies to rank.</param>
    /// <param name="count">How many.</param>
    /// <param name="slots">How many of the nearest to find; beyond the last body there are none, and all numbers are nil.</param>
    /// <param name="memory">Written and kept; <see cref="MemorySize"/> numbers.</param>
    public Neighbours(Tile<V> tile, int from, int first, int count, int slots, Span<V> memory)
    {
        _tile = tile;
        (_from, _first, _count) = (from, first, count);
        _chosen = memory[..(slots * count)];
        _chosen.Clear();
        var left = memory.Slice(slots * count, count);
        var none = V.All(double.PositiveInfinity);
        for (var k = 0; k < count; k++)
        {
            left[k] = first + k == from ? none : tile.SquaredDistance(from, first + k);
        }

        for (var slot = 0; slot < slots; slot++)
        {
            Choose(left, _chosen.Slice(slot * count, count), none);
        }
    }

    /// <summary>Numbers of memory that the ranking of so many bodies into so many slots needs.</summary>
    public static int MemorySize(int count, int slots) => (slots + 1) * count;

    /// <summary>Where the neighbour of a slot lies, seen from the body.</summary>
    public (V X, V Y) Offset(int slot)
    {
        var (x, y) = (V.All(0d), V.All(0d));
        for (var k = 0; k < _count; k++)
        {
            var chosen = _chosen[(slot * _count) + k];
            x = V.Select(chosen, _tile.X(_first + k) - _tile.X(_from), x);
            y = V.Select(chosen, _tile.Y(_first + k) - _tile.Y(_from), y);
        }

        return (x, y);
    }

    /// <summary>The velocity of the neighbour of a slot, if it is not one of the first <paramref name="hidden"/> bodies.</summary>
    public (V X, V Y) Velocity(int slot, int hidden)
    {
        var (x, y) = (V.All(0d), V.All(0d));
        for (var k = hidden; k < _count; k++)
        {
            var chosen = _chosen[(slot * _count) + k];
            x = V.Select(chosen, _tile.VelocityX(_first + k), x);
            y = V.Select(chosen, _tile.VelocityY(_first + k), y);
        }

        return (x, y);
    }

    /// <summary>Takes the nearest that are left; of equally near ones the first.</summary>
    private static void Choose(Span<V> left, Span<V> chosen, V none)
    {
        var least = none;
        foreach (var distance in left)
        {
            least = V.Min(least, distance);
        }

        var open = least < none;
        for (var k = 0; k < left.Length; k++)
        {
            chosen[k] = open & (left[k] <= least);
            open &= ~chosen[k];
            left[k] = V.Select(chosen[k], none, left[k]);
        }
    }
}
