namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>What the file holds. Times in nanoseconds; 0 without messages.</summary>
internal sealed record McapStatistics(
    ulong MessageCount, ushort SchemaCount, uint ChannelCount, uint AttachmentCount, uint MetadataCount, uint ChunkCount,
    ulong MessageStart, ulong MessageEnd, IReadOnlyList<KeyValuePair<ushort, ulong>> ChannelMessageCounts)
{
    public static bool TryRead(ReadOnlySpan<byte> content, out McapStatistics record)
    {
        var from = new ByteReader(content);
        record = new McapStatistics(
            from.U64(), from.U16(), from.U32(), from.U32(), from.U32(), from.U32(), from.U64(), from.U64(), from.NumberMap());
        return !from.Failed;
    }

    public void Write(ByteBuilder to)
    {
        to.U64(MessageCount);
        to.U16(SchemaCount);
        to.U32(ChannelCount);
        to.U32(AttachmentCount);
        to.U32(MetadataCount);
        to.U32(ChunkCount);
        to.U64(MessageStart);
        to.U64(MessageEnd);
        to.NumberMap(ChannelMessageCounts);
    }
}
