namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>Walks over the records inside a decoded chunk.</summary>
internal ref struct ChunkRecords(ReadOnlySpan<byte> records)
{
    private readonly ReadOnlySpan<byte> _records = records;

    /// <summary>Where the next record begins, bytes from the chunk content's start.</summary>
    public int Position { get; private set; }

    public McapOpcode Opcode { get; private set; }

    public ReadOnlySpan<byte> Content { get; private set; }

    /// <summary>Moves to the next record. At the end <see cref="McapScan.End"/>; <see cref="McapScan.Damage"/> where no whole, allowed record stands.</summary>
    public McapScan Next()
    {
        if (Position == _records.Length)
        {
            return McapScan.End;
        }

        var from = new ByteReader(_records[Position..]);
        var opcode = (McapOpcode)from.U8();
        var content = from.Bytes64();
        if (from.Failed || !Allowed(opcode))
        {
            return McapScan.Damage;
        }

        Opcode = opcode;
        Content = content;
        Position += McapFormat.RecordHeader + content.Length;
        return McapScan.Record;
    }

    /// <summary>The format allows three types, and says that readers pass over those that it does not define.</summary>
    private static bool Allowed(McapOpcode opcode) =>
        opcode is McapOpcode.Schema or McapOpcode.Channel or McapOpcode.Message or > McapOpcode.DataEnd;
}
