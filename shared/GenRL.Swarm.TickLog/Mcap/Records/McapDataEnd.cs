namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>Ends the data section; a CRC of 0 means that there is none.</summary>
internal sealed record McapDataEnd(uint DataCrc)
{
    public static bool TryRead(ReadOnlySpan<byte> content, out McapDataEnd record)
    {
        var from = new ByteReader(content);
        record = new McapDataEnd(from.U32());
        return !from.Failed;
    }

    public void Write(ByteBuilder to)
    {
        to.U32(DataCrc);
    }
}
