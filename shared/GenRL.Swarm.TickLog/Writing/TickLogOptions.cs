using GenRL.Swarm.TickLog.Mcap.Compression;

namespace GenRL.Swarm.TickLog.Writing;

/// <summary>How a tick log is written.</summary>
public sealed record TickLogOptions
{
    /// <summary>How chunks are compressed.</summary>
    public McapCompression Compression { get; init; } = McapCompression.Zstd;

    /// <summary>
    /// False on a robot: a record that finds the hand-over full is dropped and counted. True in lock step: the caller waits for room, and
    /// chunks close by the records' own time only, so that equal runs give equal files.
    /// </summary>
    public bool Lockstep { get; init; }

    /// <summary>Room between the control loop and the writing thread, bytes, a power of two; 1 MiB holds about 20 s.</summary>
    public int HandoverBytes { get; init; } = 1 << 20;

    /// <summary>A chunk is closed and flushed to the disk once it holds this much, bytes.</summary>
    public int ChunkBytes { get; init; } = 256 << 10;

    /// <summary>A chunk is closed and flushed to the disk once it is this old.</summary>
    public TimeSpan ChunkAge { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>In a folder: a file is finished and the next begun once it spans this much log time.</summary>
    public TimeSpan RollAge { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>In a folder: a file is finished and the next begun once it holds this much, bytes.</summary>
    public long RollBytes { get; init; } = 64 << 20;
}
