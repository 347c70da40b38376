namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>Where a chunk stands and where its message indexes do. Times in nanoseconds, offsets and sizes in bytes.</summary>
internal sealed record McapChunkIndex(
    ulong MessageStart, ulong MessageEnd, ulong Offset, ulong Length, IReadOnlyList<KeyValuePair<ushort, ulong>> MessageIndexOffsets,
    ulong MessageIndexLength, string Compression, ulong CompressedSize, ulong UncompressedSize)
{
    public static bool TryRead(ReadOnlySpan<byte> content, out McapChunkIndex record)
    {
        var from = new ByteReader(content);
        record = new McapChunkIndex(
            from.U64(), from.U64(), from.U64(), from.U64(), from.NumberMap(), from.U64(), from.Text(), from.U64(), from.U64());
        return !from.Failed;
    }

    public void Write(ByteBuilder to)
    {
        to.U64(MessageStart);
        to.U64(MessageEnd);
        to.U64(Offset);
        to.U64(Length);
        to.NumberMap(MessageIndexOffsets);
        to.U64(MessageIndexLength);
        to.Text(Compression);
        to.U64(CompressedSize);
        to.U64(UncompressedSize);
    }
}
