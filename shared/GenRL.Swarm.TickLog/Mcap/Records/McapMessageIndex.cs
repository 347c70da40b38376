namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>Where the messages of one channel stand within the chunk before this record: log times (ns) and byte offsets.</summary>
internal sealed record McapMessageIndex(ushort ChannelId, IReadOnlyList<KeyValuePair<ulong, ulong>> Entries)
{
    public static bool TryRead(ReadOnlySpan<byte> content, out McapMessageIndex index)
    {
        var from = new ByteReader(content);
        var channel = from.U16();
        var inner = new ByteReader(from.Bytes32());
        var entries = new List<KeyValuePair<ulong, ulong>>();
        while (!inner.IsEmpty && !inner.Failed)
        {
            entries.Add(new(inner.U64(), inner.U64()));
        }

        index = new McapMessageIndex(channel, entries);
        return !from.Failed && !inner.Failed;
    }

    public void Write(ByteBuilder to)
    {
        to.U16(ChannelId);
        to.U32((uint)Entries.Count * 16);
        foreach (var (time, offset) in Entries)
        {
            to.U64(time);
            to.U64(offset);
        }
    }
}
