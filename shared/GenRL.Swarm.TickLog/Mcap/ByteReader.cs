using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>
/// Reads MCAP's little-endian primitives from a span. Reading past the end, or a text that is not UTF-8, sets <see cref="Failed"/> and
/// yields zeros and empty spans from then on: check once at the end.
/// </summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether something could not be read.</summary>
    public bool Failed { get; private set; }

    /// <summary>Whether nothing is left to read.</summary>
    public readonly bool IsEmpty => _rest.IsEmpty;

    public byte U8() => Take(1) is [var b] ? b : (byte)0;

    public ushort U16() => Take(2) is { Length: 2 } s ? BinaryPrimitives.ReadUInt16LittleEndian(s) : (ushort)0;

    public uint U32() => Take(4) is { Length: 4 } s ? BinaryPrimitives.ReadUInt32LittleEndian(s) : 0u;

    public ulong U64() => Take(8) is { Length: 8 } s ? BinaryPrimitives.ReadUInt64LittleEndian(s) : 0ul;

    /// <summary>Bytes after a 32-bit length.</summary>
    public ReadOnlySpan<byte> Bytes32() => Take(U32());

    /// <summary>Bytes after a 64-bit length.</summary>
    public ReadOnlySpan<byte> Bytes64() => Take(U64());

    /// <summary>Everything that is left.</summary>
    public ReadOnlySpan<byte> Rest() => Take((ulong)_rest.Length);

    /// <summary>UTF-8 after a 32-bit length.</summary>
    public string Text()
    {
        var utf8 = Bytes32();
        if (Utf8.IsValid(utf8))
        {
            return Encoding.UTF8.GetString(utf8);
        }

        Failed = true;
        return "";
    }

    /// <summary>Pairs of texts after their length in bytes.</summary>
    public KeyValuePair<string, string>[] TextMap()
    {
        var inner = new ByteReader(Bytes32());
        var pairs = new List<KeyValuePair<string, string>>();
        while (!inner.IsEmpty && !inner.Failed)
        {
            pairs.Add(new(inner.Text(), inner.Text()));
        }

        Failed |= inner.Failed;
        return [.. pairs];
    }

    /// <summary>Pairs of a channel id and a number after their length in bytes.</summary>
    public KeyValuePair<ushort, ulong>[] NumberMap()
    {
        var inner = new ByteReader(Bytes32());
        var pairs = new List<KeyValuePair<ushort, ulong>>();
        while (!inner.IsEmpty && !inner.Failed)
        {
            pairs.Add(new(inner.U16(), inner.U64()));
        }

        Failed |= inner.Failed;
        return [.. pairs];
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (Failed || count > (ulong)_rest.Length)
        {
            Failed = true;
            return default;
        }

        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }
}
