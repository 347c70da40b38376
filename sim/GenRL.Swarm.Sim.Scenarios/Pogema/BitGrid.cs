using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>
/// One bit per cell of a map and of the border about it, row by row, rows starting at whole bytes: small enough that thousands of worlds stay in
/// the cache, and a stretch of a row is one load and one shift. Rows and columns count from the map's own corner.
/// </summary>
internal sealed class BitGrid
{
    /// <summary>Bits of a stretch: what is left of a load of eight bytes after a shift by up to seven.</summary>
    public const int Stretch = 57;

    private readonly byte[] _bits;
    private readonly int _border;
    private readonly int _pitch;

    public BitGrid(int rows, int columns, int border)
    {
        (_border, _pitch) = (border, (columns + (2 * border) + 7) / 8);
        // A stretch from the last byte reads beyond it.
        _bits = new byte[((rows + (2 * border)) * _pitch) + sizeof(ulong)];
    }

    /// <summary>Whether the bit of a cell is set.</summary>
    public bool this[int row, int column]
    {
        get
        {
            var bit = column + _border;
            return ((_bits[((row + _border) * _pitch) + (bit >> 3)] >> (bit & 7)) & 1) != 0;
        }
    }

    /// <summary>Sets the bit of a cell.</summary>
    public void Set(int row, int column)
    {
        var bit = column + _border;
        _bits[((row + _border) * _pitch) + (bit >> 3)] |= (byte)(1 << (bit & 7));
    }

    /// <summary>Clears the bit of a cell.</summary>
    public void Clear(int row, int column)
    {
        var bit = column + _border;
        _bits[((row + _border) * _pitch) + (bit >> 3)] &= (byte)~(1 << (bit & 7));
    }

    /// <summary>Clears all.</summary>
    public void Clear() => Array.Clear(_bits);

    /// <summary>The bits of a row from a cell on, the cell's lowest: <see cref="Stretch"/> of them, the border's among them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong From(int row, int column)
    {
        var bit = column + _border;
        ref var first = ref MemoryMarshal.GetArrayDataReference(_bits);
        return Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, ((row + _border) * _pitch) + (bit >> 3))) >> (bit & 7);
    }

    /// <summary>Moves all bits.</summary>
    public void Move(ref Snapshot snapshot) => snapshot.Move(_bits.AsSpan());
}
