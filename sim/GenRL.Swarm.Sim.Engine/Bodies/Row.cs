using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>Writes numbers one after the other: what an agent sees.</summary>
/// <typeparam name="V">The lanes.</typeparam>
public ref struct Row<V>
    where V : unmanaged, ILanes<V>
{
    private readonly Span<V> _numbers;
    private int _count;

    /// <summary>Writes from the start of <paramref name="numbers"/> on.</summary>
    public Row(Span<V> numbers) => _numbers = numbers;

    /// <summary>Writes a number.</summary>
    public void Add(V number) => _numbers[_count++] = number;

    /// <summary>Writes two numbers.</summary>
    public void Add(V x, V y)
    {
        Add(x);
        Add(y);
    }

    /// <summary>Sets numbers aside for another to write.</summary>
    public Span<V> Take(int count)
    {
        var taken = _numbers.Slice(_count, count);
        _count += count;
        return taken;
    }

    /// <summary>Writes the position of a body, m.</summary>
    public void AddPosition(Tile<V> tile, int body) => Add(tile.X(body), tile.Y(body));

    /// <summary>Writes the velocity of a body, m/s.</summary>
    public void AddVelocity(Tile<V> tile, int body) => Add(tile.VelocityX(body), tile.VelocityY(body));

    /// <summary>Writes the position of <paramref name="to"/> as seen from <paramref name="from"/>, m.</summary>
    public void AddOffset(Tile<V> tile, int from, int to) => Add(tile.X(to) - tile.X(from), tile.Y(to) - tile.Y(from));
}
