namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>A stream of messages of one topic; schema 0 means none.</summary>
internal sealed record McapChannel(ushort Id, ushort SchemaId, string Topic, string MessageEncoding, IReadOnlyList<KeyValuePair<string, string>> Metadata)
{
    public static bool TryRead(ReadOnlySpan<byte> content, out McapChannel record)
    {
        var from = new ByteReader(content);
        record = new McapChannel(from.U16(), from.U16(), from.Text(), from.Text(), from.TextMap());
        return !from.Failed;
    }

    public void Write(ByteBuilder to)
    {
        to.U16(Id);
        to.U16(SchemaId);
        to.Text(Topic);
        to.Text(MessageEncoding);
        to.TextMap(Metadata);
    }
}
