namespace GenRL.Swarm.TickLog.Mcap.Compression;

/// <summary>How the chunks of a file are compressed.</summary>
public enum McapCompression
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>LZ4 frames, by the system's liblz4.so.1.</summary>
    Lz4,

    /// <summary>Zstandard, by the system's libzstd.so.1.</summary>
    Zstd,
}
