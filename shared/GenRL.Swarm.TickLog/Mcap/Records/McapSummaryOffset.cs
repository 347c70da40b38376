namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>Where the summary's records of one type stand, bytes.</summary>
internal sealed record McapSummaryOffset(McapOpcode Group, ulong Start, ulong Length)
{
    public static bool TryRead(ReadOnlySpan<byte> content, out McapSummaryOffset record)
    {
        var from = new ByteReader(content);
        record = new McapSummaryOffset((McapOpcode)from.U8(), from.U64(), from.U64());
        return !from.Failed;
    }

    public void Write(ByteBuilder to)
    {
        to.U8((byte)Group);
        to.U64(Start);
        to.U64(Length);
    }
}
