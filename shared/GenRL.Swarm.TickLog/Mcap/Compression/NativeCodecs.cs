using System.Runtime.InteropServices;

namespace GenRL.Swarm.TickLog.Mcap.Compression;

/// <summary>The functions of libzstd (1.4 or later) and liblz4 (1.9 or later) that are used.</summary>
internal static partial class NativeCodecs
{
    private const string Zstd = "libzstd.so.1";
    private const string Lz4 = "liblz4.so.1";

    /// <summary>The value of LZ4F_VERSION that the decompression context is asked for.</summary>
    public const uint Lz4FrameVersion = 100;

    public static bool HasZstd { get; } = NativeLibrary.TryLoad(Zstd, out _);

    public static bool HasLz4 { get; } = NativeLibrary.TryLoad(Lz4, out _);

    [LibraryImport(Zstd, EntryPoint = "ZSTD_createCCtx")]
    internal static partial nint ZstdCreateCompressor();

    [LibraryImport(Zstd, EntryPoint = "ZSTD_freeCCtx")]
    internal static partial nuint ZstdFreeCompressor(nint context);

    [LibraryImport(Zstd, EntryPoint = "ZSTD_createDCtx")]
    internal static partial nint ZstdCreateDecompressor();

    [LibraryImport(Zstd, EntryPoint = "ZSTD_freeDCtx")]
    internal static partial nuint ZstdFreeDecompressor(nint context);

    [LibraryImport(Zstd, EntryPoint = "ZSTD_compressBound")]
    internal static partial nuint ZstdBound(nuint size);

    [LibraryImport(Zstd, EntryPoint = "ZSTD_isError")]
    internal static partial uint ZstdIsError(nuint code);

    [LibraryImport(Zstd, EntryPoint = "ZSTD_compressCCtx")]
    internal static unsafe partial nuint ZstdCompress(nint context, byte* to, nuint toSize, byte* from, nuint fromSize, int level);

    [LibraryImport(Zstd, EntryPoint = "ZSTD_decompressDCtx")]
    internal static unsafe partial nuint ZstdDecompress(nint context, byte* to, nuint toSize, byte* from, nuint fromSize);

    [LibraryImport(Lz4, EntryPoint = "LZ4F_compressFrameBound")]
    internal static partial nuint Lz4Bound(nuint size, nint preferences);

    [LibraryImport(Lz4, EntryPoint = "LZ4F_compressFrame")]
    internal static unsafe partial nuint Lz4Compress(byte* to, nuint toSize, byte* from, nuint fromSize, nint preferences);

    [LibraryImport(Lz4, EntryPoint = "LZ4F_isError")]
    internal static partial uint Lz4IsError(nuint code);

    [LibraryImport(Lz4, EntryPoint = "LZ4F_createDecompressionContext")]
    internal static partial nuint Lz4CreateDecompressor(out nint context, uint version);

    [LibraryImport(Lz4, EntryPoint = "LZ4F_freeDecompressionContext")]
    internal static partial nuint Lz4FreeDecompressor(nint context);

    [LibraryImport(Lz4, EntryPoint = "LZ4F_resetDecompressionContext")]
    internal static partial void Lz4ResetDecompressor(nint context);

    [LibraryImport(Lz4, EntryPoint = "LZ4F_decompress")]
    internal static unsafe partial nuint Lz4Decompress(nint context, byte* to, ref nuint toSize, byte* from, ref nuint fromSize, nint options);
}
