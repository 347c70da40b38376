namespace GenRL.Swarm.TickLog.Mcap.Compression;

/// <summary>No compression.</summary>
internal sealed class NoCodec : ChunkCodec
{
    public override string Name => "";

    public override int Bound(int count) => count;

    public override int Compress(ReadOnlySpan<byte> from, Span<byte> to)
    {
        from.CopyTo(to);
        return from.Length;
    }

    public override bool TryDecompress(ReadOnlySpan<byte> from, Span<byte> to)
    {
        if (from.Length != to.Length)
        {
            return false;
        }

        from.CopyTo(to);
        return true;
    }

    public override void Dispose()
    {
    }
}
