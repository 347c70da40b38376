using GenRL.Swarm.TickLog.Mcap.Compression;

namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>Which parts of the format <see cref="McapWriter"/> writes.</summary>
internal sealed record McapWriterOptions
{
    /// <summary>Whether messages are gathered into chunks.</summary>
    public bool Chunks { get; init; } = true;

    /// <summary>How chunks are compressed.</summary>
    public McapCompression Compression { get; init; } = McapCompression.Zstd;

    /// <summary>Whether every chunk begins with all channels, so that it can be read when the chunks before it are lost.</summary>
    public bool ChannelsInEveryChunk { get; init; }

    public bool MessageIndexes { get; init; } = true;

    public bool Statistics { get; init; } = true;

    public bool RepeatSchemas { get; init; } = true;

    public bool RepeatChannels { get; init; } = true;

    public bool AttachmentIndexes { get; init; } = true;

    public bool MetadataIndexes { get; init; } = true;

    public bool ChunkIndexes { get; init; } = true;

    public bool SummaryOffsets { get; init; } = true;

    /// <summary>
    /// Bytes added after the content of records outside chunks that may grow in later versions of the format. Readers pass over them; the
    /// conformance vectors hold them.
    /// </summary>
    public byte[] Padding { get; init; } = [];
}
