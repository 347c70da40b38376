namespace GenRL.Swarm.TickLog.Mcap.Compression;

/// <summary>LZ4 frames by the system's library.</summary>
internal sealed class Lz4Codec : ChunkCodec
{
    private nint _decompressor;

    public Lz4Codec()
    {
        if (NativeCodecs.Lz4IsError(NativeCodecs.Lz4CreateDecompressor(out _decompressor, NativeCodecs.Lz4FrameVersion)) != 0)
        {
            throw new InvalidOperationException("liblz4 gives no decompression context");
        }
    }

    public override string Name => "lz4";

    public override int Bound(int count) => (int)NativeCodecs.Lz4Bound((nuint)count, 0);

    public override unsafe int Compress(ReadOnlySpan<byte> from, Span<byte> to)
    {
        fixed (byte* source = from, target = to)
        {
            var used = NativeCodecs.Lz4Compress(target, (nuint)to.Length, source, (nuint)from.Length, 0);
            return NativeCodecs.Lz4IsError(used) == 0 ? (int)used : throw new InvalidOperationException("lz4 cannot compress the chunk");
        }
    }

    public override unsafe bool TryDecompress(ReadOnlySpan<byte> from, Span<byte> to)
    {
        NativeCodecs.Lz4ResetDecompressor(_decompressor);
        fixed (byte* source = from, target = to)
        {
            nuint read = 0, written = 0, hint = 1;
            while (hint != 0)
            {
                var fromLeft = (nuint)from.Length - read;
                var toLeft = (nuint)to.Length - written;
                hint = NativeCodecs.Lz4Decompress(_decompressor, target + written, ref toLeft, source + read, ref fromLeft, 0);
                if (NativeCodecs.Lz4IsError(hint) != 0 || (hint != 0 && fromLeft == 0 && toLeft == 0))
                {
                    return false;
                }

                read += fromLeft;
                written += toLeft;
            }

            return read == (nuint)from.Length && written == (nuint)to.Length;
        }
    }

    public override void Dispose()
    {
        _ = NativeCodecs.Lz4FreeDecompressor(_decompressor);
        _decompressor = 0;
    }
}
