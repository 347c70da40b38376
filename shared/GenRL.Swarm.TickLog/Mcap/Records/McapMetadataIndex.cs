namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>Where a metadata record stands, bytes.</summary>
internal sealed record McapMetadataIndex(ulong Offset, ulong Length, string Name)
{
    public static bool TryRead(ReadOnlySpan<byte> content, out McapMetadataIndex record)
    {
        var from = new ByteReader(content);
        record = new McapMetadataIndex(from.U64(), from.U64(), from.Text());
        return !from.Failed;
    }

    public void Write(ByteBuilder to)
    {
        to.U64(Offset);
        to.U64(Length);
        to.Text(Name);
    }
}
