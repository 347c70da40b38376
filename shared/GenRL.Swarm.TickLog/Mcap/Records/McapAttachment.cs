namespace GenRL.Swarm.TickLog.Mcap.Records;

/// <summary>A file within the file; a view into the bytes that it was read from. Times in nanoseconds.</summary>
internal readonly ref struct McapAttachment(ulong logTime, ulong createTime, string name, string mediaType, ReadOnlySpan<byte> data)
{
    public ulong LogTime { get; } = logTime;

    public ulong CreateTime { get; } = createTime;

    public string Name { get; } = name;

    public string MediaType { get; } = mediaType;

    public ReadOnlySpan<byte> Data { get; } = data;

    /// <summary>Reads an attachment and checks its CRC, which covers everything before it; 0 means that there is none.</summary>
    public static McapError TryRead(ReadOnlySpan<byte> content, out McapAttachment attachment)
    {
        var from = new ByteReader(content);
        attachment = new McapAttachment(from.U64(), from.U64(), from.Text(), from.Text(), from.Bytes64());
        var covered = content.Length - from.Rest().Length;
        var tail = new ByteReader(content[covered..]);
        var crc = tail.U32();
        if (from.Failed || tail.Failed)
        {
            return McapError.BadRecord;
        }

        return crc != 0 && crc != Crc32.Of(content[..covered]) ? McapError.BadAttachmentCrc : McapError.None;
    }

    public void Write(ByteBuilder to)
    {
        var start = to.Length;
        to.U64(LogTime);
        to.U64(CreateTime);
        to.Text(Name);
        to.Text(MediaType);
        to.U64((ulong)Data.Length);
        to.Raw(Data);
        to.U32(Crc32.Of(to.Written[start..]));
    }
}
