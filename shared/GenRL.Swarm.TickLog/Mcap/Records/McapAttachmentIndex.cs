namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>Where an attachment stands. Times in nanoseconds, offset and lengths in bytes.</summary>
internal sealed record McapAttachmentIndex(ulong Offset, ulong Length, ulong LogTime, ulong CreateTime, ulong DataSize, string Name, string MediaType)
{
    public static bool TryRead(ReadOnlySpan<byte> content, out McapAttachmentIndex record)
    {
        var from = new ByteReader(content);
        record = new McapAttachmentIndex(from.U64(), from.U64(), from.U64(), from.U64(), from.U64(), from.Text(), from.Text());
        return !from.Failed;
    }

    public void Write(ByteBuilder to)
    {
        to.U64(Offset);
        to.U64(Length);
        to.U64(LogTime);
        to.U64(CreateTime);
        to.U64(DataSize);
        to.Text(Name);
        to.Text(MediaType);
    }
}
