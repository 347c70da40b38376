namespace GenRL.Swarm.TickLog.Mcap.Compression;

/// <summary>Zstandard by the system's library.</summary>
internal sealed class ZstdCodec : ChunkCodec
{
    /// <summary>The library's own default.</summary>
    private const int Level = 3;

    private nint _compressor = NativeCodecs.ZstdCreateCompressor();
    private nint _decompressor = NativeCodecs.ZstdCreateDecompressor();

    public override string Name => "zstd";

    public override int Bound(int count) => (int)NativeCodecs.ZstdBound((nuint)count);

    public override unsafe int Compress(ReadOnlySpan<byte> from, Span<byte> to)
    {
        fixed (byte* source = from, target = to)
        {
            var used = NativeCodecs.ZstdCompress(_compressor, target, (nuint)to.Length, source, (nuint)from.Length, Level);
            return NativeCodecs.ZstdIsError(used) == 0 ? (int)used : throw new InvalidOperationException("zstd cannot compress the chunk");
        }
    }

    public override unsafe bool TryDecompress(ReadOnlySpan<byte> from, Span<byte> to)
    {
        fixed (byte* source = from, target = to)
        {
            var made = NativeCodecs.ZstdDecompress(_decompressor, target, (nuint)to.Length, source, (nuint)from.Length);
            return NativeCodecs.ZstdIsError(made) == 0 && made == (nuint)to.Length;
        }
    }

    public override void Dispose()
    {
        _ = NativeCodecs.ZstdFreeCompressor(_compressor);
        _ = NativeCodecs.ZstdFreeDecompressor(_decompressor);
        _compressor = _decompressor = 0;
    }
}
