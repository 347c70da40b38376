using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>
/// One bit per cell of a map and of the border about it, row by row, rows starting at whole bytes: small enough that thousands of worlds stay in
/// the cache, and a stretch of a row is one load. Rows and columns count from the map's own corner. A handle: copies share the bits.
/// </summary>
internal readonly struct BitGrid
{
    /// <summary>Bytes that may be read from the last one on.</summary>
    private const int Slack = sizeof(ulong);

    private readonly byte[] _bits;
    private readonly int _start;
    private readonly int _width;
    private readonly int _origin;

    /// <summary>A grid in bytes that another one may share.</summary>
    /// <param name="bits">Bits of this grid, and of another one between its rows.</param>
    /// <param name="start">Its first byte.</param>
    /// <param name="width">Bytes of a row.</param>
    /// <param name="pitch">Bytes from a row to the next.</param>
    /// <param name="border">Cells about the map.</param>
    private BitGrid(byte[] bits, int start, int width, int pitch, int border)
    {
        (_bits, _start, _width, Pitch) = (bits, start, width, pitch);
        _origin = (8 * (start + (border * pitch))) + border;
    }

    /// <summary>Bytes from a row to the next.</summary>
    public int Pitch { get; }

    /// <summary>Whether the bit of a cell is set.</summary>
    public bool this[int row, int column]
    {
        get
        {
            var place = Place(row, column);
            return ((_bits[place >> 3] >> (place & 7)) & 1) != 0;
        }
    }

    /// <summary>A grid of its own.</summary>
    public static BitGrid Of(int rows, int columns, int border)
    {
        var pitch = (columns + (2 * border) + 7) / 8;
        return new BitGrid(new byte[((rows + (2 * border)) * pitch) + Slack], 0, pitch, pitch, border);
    }

    /// <summary>Two grids whose rows alternate, so that what is looked at together lies together.</summary>
    public static (BitGrid First, BitGrid Second) Pair(int rows, int columns, int border)
    {
        var width = (columns + (2 * border) + 7) / 8;
        var bits = new byte[((rows + (2 * border)) * 2 * width) + Slack];
        return (new BitGrid(bits, 0, width, 2 * width, border), new BitGrid(bits, width, width, 2 * width, border));
    }

    /// <summary>Sets the bit of a cell.</summary>
    public void Set(int row, int column)
    {
        var place = Place(row, column);
        _bits[place >> 3] |= (byte)(1 << (place & 7));
    }

    /// <summary>Clears the bit of a cell.</summary>
    public void Clear(int row, int column)
    {
        var place = Place(row, column);
        _bits[place >> 3] &= (byte)~(1 << (place & 7));
    }

    /// <summary>Clears all.</summary>
    public void Clear()
    {
        for (var row = _start; row < _bits.Length - Slack; row += Pitch)
        {
            _bits.AsSpan(row, _width).Clear();
        }
    }

    /// <summary>The byte with the bit of a cell; the row goes on after it, eight bytes may be read at once.</summary>
    /// <param name="row">Row of the cell, the border's among them.</param>
    /// <param name="column">Column of the cell.</param>
    /// <param name="bit">The cell's bit in the byte.</param>
    public ref byte ByteOf(int row, int column, out int bit)
    {
        var place = Place(row, column);
        bit = place & 7;
        return ref _bits[place >> 3];
    }

    /// <summary>Moves all bits, the other grid's of a pair as well.</summary>
    public void Move(ref Snapshot snapshot) => snapshot.Move(_bits.AsSpan());

    private int Place(int row, int column) => _origin + (8 * row * Pitch) + column;
}
