namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>The last record: where the summary and the summary offsets begin (0: there are none) and the CRC of both.</summary>
internal sealed record McapFooter(ulong SummaryStart, ulong SummaryOffsetStart, uint SummaryCrc)
{
    public static bool TryRead(ReadOnlySpan<byte> content, out McapFooter record)
    {
        var from = new ByteReader(content);
        record = new McapFooter(from.U64(), from.U64(), from.U32());
        return !from.Failed;
    }

    public void Write(ByteBuilder to)
    {
        to.U64(SummaryStart);
        to.U64(SummaryOffsetStart);
        to.U32(SummaryCrc);
    }
}
