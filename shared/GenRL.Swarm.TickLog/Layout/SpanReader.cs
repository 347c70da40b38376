using System.Buffers.Binary;
using System.Numerics;

namespace GenRL.Swarm.TickLog.Layout;

/// <summary>Reads little-endian values one after the other from a span whose length was checked before.</summary>
internal ref struct SpanReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public byte U8() => Raw(1)[0];

    public ushort U16() => BinaryPrimitives.ReadUInt16LittleEndian(Raw(2));

    public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Raw(4));

    public int I32() => BinaryPrimitives.ReadInt32LittleEndian(Raw(4));

    public long I64() => BinaryPrimitives.ReadInt64LittleEndian(Raw(8));

    public float F32() => BinaryPrimitives.ReadSingleLittleEndian(Raw(4));

    public Vector2 Vector() => new(F32(), F32());

    public ReadOnlySpan<byte> Raw(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
