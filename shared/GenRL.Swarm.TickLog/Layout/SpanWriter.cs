using System.Buffers.Binary;
using System.Numerics;

namespace GenRL.Swarm.TickLog.Layout;

/// <summary>Writes little-endian values one after the other into a span that is known to be long enough.</summary>
internal ref struct SpanWriter(Span<byte> bytes)
{
    private Span<byte> _rest = bytes;

    public void U8(int value) => Take(1)[0] = (byte)value;

    public void U16(int value) => BinaryPrimitives.WriteUInt16LittleEndian(Take(2), (ushort)value);

    public void U32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);

    public void I32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Take(4), value);

    public void I64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Take(8), value);

    public void F32(float value) => BinaryPrimitives.WriteSingleLittleEndian(Take(4), value);

    public void Vector(Vector2 value)
    {
        F32(value.X);
        F32(value.Y);
    }

    public void Raw(scoped ReadOnlySpan<byte> bytes) => bytes.CopyTo(Take(bytes.Length));

    private Span<byte> Take(int count)
    {
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }
}
