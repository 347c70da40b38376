namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>Says how the messages of a channel are laid out.</summary>
internal sealed record McapSchema(ushort Id, string Name, string Encoding, byte[] Data)
{
    public static bool TryRead(ReadOnlySpan<byte> content, out McapSchema record)
    {
        var from = new ByteReader(content);
        record = new McapSchema(from.U16(), from.Text(), from.Text(), from.Bytes32().ToArray());
        return !from.Failed;
    }

    public void Write(ByteBuilder to)
    {
        to.U16(Id);
        to.Text(Name);
        to.Text(Encoding);
        to.U32((uint)Data.Length);
        to.Raw(Data);
    }
}
