using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>A growing buffer that MCAP's little-endian primitives are written into. Keeps its memory when cleared.</summary>
internal sealed class ByteBuilder : IBufferWriter<byte>
{
    private byte[] _bytes = new byte[256];

    /// <summary>Bytes written since the last <see cref="Clear"/>.</summary>
    public int Length { get; private set; }

    /// <summary>What was written; valid until the next write.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Room for exactly <paramref name="count"/> bytes, which count as written.</summary>
    public Span<byte> Append(int count)
    {
        var span = GetSpan(count)[..count];
        Length += count;
        return span;
    }

    /// <summary>Takes the last <paramref name="count"/> bytes back.</summary>
    public void Shrink(int count) => Length -= count;

    public void U8(byte value) => Append(1)[0] = value;

    public void U16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Append(2), value);

    public void U32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Append(4), value);

    public void U64(ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(Append(8), value);

    public void Raw(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Append(bytes.Length));

    public void Text(string text)
    {
        var count = Encoding.UTF8.GetByteCount(text);
        U32((uint)count);
        Encoding.UTF8.GetBytes(text, Append(count));
    }

    public void TextMap(IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        var start = BeginLength32();
        foreach (var (key, value) in pairs)
        {
            Text(key);
            Text(value);
        }

        EndLength32(start);
    }

    public void NumberMap(IReadOnlyList<KeyValuePair<ushort, ulong>> pairs)
    {
        U32((uint)pairs.Count * 10);
        foreach (var (key, value) in pairs)
        {
            U16(key);
            U64(value);
        }
    }

    /// <summary>Begins a record; its length is filled in by <see cref="EndRecord"/>, which takes the returned mark.</summary>
    public int BeginRecord(McapOpcode opcode)
    {
        U8((byte)opcode);
        U64(0);
        return Length;
    }

    public void EndRecord(int mark) => BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(mark - 8), (ulong)(Length - mark));

    /// <summary>Fills in the 64-bit length that ends at <paramref name="mark"/> and counts what stands after it.</summary>
    public void SetLength64(int mark) => EndRecord(mark);

    void IBufferWriter<byte>.Advance(int count) => Length += count;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(Length);
    }

    private int BeginLength32()
    {
        U32(0);
        return Length;
    }

    private void EndLength32(int mark) => BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(mark - 4), (uint)(Length - mark));

    private void Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }
    }
}
