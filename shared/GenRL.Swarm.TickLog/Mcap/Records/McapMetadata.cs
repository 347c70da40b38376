namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>A named map of texts.</summary>
internal sealed record McapMetadata(string Name, IReadOnlyList<KeyValuePair<string, string>> Entries)
{
    public static bool TryRead(ReadOnlySpan<byte> content, out McapMetadata record)
    {
        var from = new ByteReader(content);
        record = new McapMetadata(from.Text(), from.TextMap());
        return !from.Failed;
    }

    public void Write(ByteBuilder to)
    {
        to.Text(Name);
        to.TextMap(Entries);
    }
}
