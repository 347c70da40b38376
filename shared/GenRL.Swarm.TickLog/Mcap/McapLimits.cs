namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>How much memory a reader may take.</summary>
/// <param name="RecordBytes">The longest record, bytes.</param>
/// <param name="ChunkBytes">The longest decompressed chunk, bytes.</param>
internal sealed record McapLimits(int RecordBytes = 64 << 20, int ChunkBytes = 64 << 20);
