namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>One message; a view into the bytes that it was read from. Times in nanoseconds.</summary>
internal readonly ref struct McapMessage(ushort channelId, uint sequence, ulong logTime, ulong publishTime, ReadOnlySpan<byte> data)
{
    public ushort ChannelId { get; } = channelId;

    public uint Sequence { get; } = sequence;

    public ulong LogTime { get; } = logTime;

    public ulong PublishTime { get; } = publishTime;

    public ReadOnlySpan<byte> Data { get; } = data;

    public static bool TryRead(ReadOnlySpan<byte> content, out McapMessage message)
    {
        var from = new ByteReader(content);
        message = new McapMessage(from.U16(), from.U32(), from.U64(), from.U64(), from.Rest());
        return !from.Failed;
    }

    public void Write(ByteBuilder to)
    {
        to.U16(ChannelId);
        to.U32(Sequence);
        to.U64(LogTime);
        to.U64(PublishTime);
        to.Raw(Data);
    }
}
