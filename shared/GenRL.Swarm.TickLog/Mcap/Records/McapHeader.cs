namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>The first record: which profile the file follows and which library wrote it.</summary>
internal sealed record McapHeader(string Profile, string Library)
{
    public static bool TryRead(ReadOnlySpan<byte> content, out McapHeader record)
    {
        var from = new ByteReader(content);
        record = new McapHeader(from.Text(), from.Text());
        return !from.Failed;
    }

    public void Write(ByteBuilder to)
    {
        to.Text(Profile);
        to.Text(Library);
    }
}
