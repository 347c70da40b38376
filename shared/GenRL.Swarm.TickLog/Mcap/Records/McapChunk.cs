namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>
/// A batch of records, compressed or not; a view into the bytes that it was read from. Times in nanoseconds, of the messages inside; both
/// 0 without any. A CRC of 0 means that there is none.
/// </summary>
internal readonly ref struct McapChunk
{
    public ulong MessageStart { get; init; }

    public ulong MessageEnd { get; init; }

    public ulong UncompressedSize { get; init; }

    public uint UncompressedCrc { get; init; }

    /// <summary>The method's name, ASCII.</summary>
    public string Compression { get; init; }

    /// <summary>Bytes of the record's content, without any that later versions of the format add.</summary>
    public int Size => 40 + Compression.Length + Records.Length;

    public ReadOnlySpan<byte> Records { get; init; }

    public static bool TryRead(ReadOnlySpan<byte> content, out McapChunk chunk)
    {
        var from = new ByteReader(content);
        chunk = new McapChunk
        {
            MessageStart = from.U64(),
            MessageEnd = from.U64(),
            UncompressedSize = from.U64(),
            UncompressedCrc = from.U32(),
            Compression = from.Text(),
            Records = from.Bytes64(),
        };
        return !from.Failed;
    }
}
