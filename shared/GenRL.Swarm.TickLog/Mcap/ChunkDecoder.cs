using GenRL.Swarm.TickLog.Mcap.Compression;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>Takes chunks apart: decompresses into a buffer that it keeps, and checks size and CRC. Not thread safe.</summary>
internal sealed class ChunkDecoder(McapLimits limits) : IDisposable
{
    private ChunkCodec? _zstd;
    private ChunkCodec? _lz4;

    /// <summary>The decoded records in <paramref name="into"/>, whose array grows as needed, up to the limit.</summary>
    public McapError TryDecode(in McapChunk chunk, ByteBuilder into)
    {
        into.Clear();
        if (chunk.UncompressedSize > (ulong)limits.ChunkBytes)
        {
            return McapError.ChunkTooLarge;
        }

        var size = (int)chunk.UncompressedSize;
        if (chunk.Compression.Length == 0)
        {
            if (chunk.Records.Length != size)
            {
                return McapError.BadCompressedData;
            }

            into.Raw(chunk.Records);
        }
        else
        {
            var error = TryCodec(chunk.Compression, out var codec);
            if (error != McapError.None)
            {
                return error;
            }

            if (!codec!.TryDecompress(chunk.Records, into.Append(size)))
            {
                into.Clear();
                return McapError.BadCompressedData;
            }
        }

        return chunk.UncompressedCrc != 0 && chunk.UncompressedCrc != Crc32.Of(into.Written) ? McapError.BadChunkCrc : McapError.None;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _zstd?.Dispose();
        _lz4?.Dispose();
    }

    private McapError TryCodec(string name, out ChunkCodec? codec)
    {
        codec = null;
        switch (name)
        {
            case "zstd" when NativeCodecs.HasZstd:
                codec = _zstd ??= ChunkCodec.Create(McapCompression.Zstd);
                return McapError.None;
            case "lz4" when NativeCodecs.HasLz4:
                codec = _lz4 ??= ChunkCodec.Create(McapCompression.Lz4);
                return McapError.None;
            case "zstd" or "lz4":
                return McapError.CompressionUnavailable;
            default:
                return McapError.UnknownCompression;
        }
    }
}
