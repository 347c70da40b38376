namespace GenRL.Swarm.TickLog.Mcap.Compression;

/// <summary>One compression method with its native state. Not thread safe: one instance per reader or writer.</summary>
internal abstract class ChunkCodec : IDisposable
{
    /// <summary>The name that chunks give to the method.</summary>
    public abstract string Name { get; }

    /// <summary>Makes the codec for <paramref name="method"/>.</summary>
    /// <exception cref="InvalidOperationException">The system library is missing; the message names the package that holds it.</exception>
    public static ChunkCodec Create(McapCompression method) => method switch
    {
        McapCompression.Zstd => NativeCodecs.HasZstd
            ? new ZstdCodec()
            : throw new InvalidOperationException("libzstd.so.1 is missing: sudo apt-get install libzstd1"),
        McapCompression.Lz4 => NativeCodecs.HasLz4
            ? new Lz4Codec()
            : throw new InvalidOperationException("liblz4.so.1 is missing: sudo apt-get install liblz4-1"),
        _ => new NoCodec(),
    };

    /// <summary>The most bytes that <paramref name="count"/> bytes compress to.</summary>
    public abstract int Bound(int count);

    /// <summary>Compresses <paramref name="from"/> into <paramref name="to"/>, which has <see cref="Bound"/> bytes. Returns the bytes used.</summary>
    public abstract int Compress(ReadOnlySpan<byte> from, Span<byte> to);

    /// <summary>Decompresses <paramref name="from"/> into <paramref name="to"/>. Returns whether it filled it exactly.</summary>
    public abstract bool TryDecompress(ReadOnlySpan<byte> from, Span<byte> to);

    /// <summary>Frees the native state; a second call does nothing.</summary>
    public abstract void Dispose();
}
