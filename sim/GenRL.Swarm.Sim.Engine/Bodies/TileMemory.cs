using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>The numbers of many tiles, one tile after the other, each number at the start of a cache line or of a whole part of one.</summary>
/// <typeparam name="V">The lanes.</typeparam>
internal sealed class TileMemory<V>
    where V : unmanaged
{
    private const int CacheLine = 64;

    private readonly byte[] _bytes;
    private readonly int _start;
    private readonly int _perTile;

    /// <summary>Memory for <paramref name="tiles"/> tiles of <paramref name="perTile"/> numbers.</summary>
    /// <exception cref="ArgumentException">They do not fit into one array.</exception>
    public TileMemory(int tiles, int perTile)
    {
        _perTile = perTile;
        var size = Unsafe.SizeOf<V>();
        var needed = ((long)tiles * perTile * size) + CacheLine;
        if (needed > Array.MaxLength)
        {
            throw new ArgumentException($"worlds: their state takes {needed} bytes, and {Array.MaxLength} is the most: have fewer worlds in one environment", nameof(tiles));
        }

        _bytes = GC.AllocateArray<byte>((int)needed, pinned: true);
        var address = (nuint)Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0);
        _start = (int)((CacheLine - (address % CacheLine)) % CacheLine);
    }

    /// <summary>Bytes in use.</summary>
    public long Size => _bytes.Length;

    /// <summary>One tile's numbers.</summary>
    public Span<V> this[int tile] =>
        MemoryMarshal.Cast<byte, V>(_bytes.AsSpan(_start + (tile * _perTile * Unsafe.SizeOf<V>()), _perTile * Unsafe.SizeOf<V>()));
}
