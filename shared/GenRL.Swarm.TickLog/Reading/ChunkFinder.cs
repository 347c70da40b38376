using System.Buffers.Binary;
using GenRL.Swarm.TickLog.Mcap;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Reading;

/// <summary>
/// Finds the next sound chunk in a file whose record lengths can no longer be trusted: a place that looks like a chunk record, lies within
/// the file, decompresses, and has the CRC that it gives. At most <see cref="MaxTrials"/> places per file are tried in full.
/// </summary>
internal sealed class ChunkFinder(Stream stream, McapLimits limits, ChunkDecoder decoder)
{
    private const int MaxTrials = 1000;
    private const int Window = 16 << 10;

    /// <summary>Record header, then the chunk's fields up to its compression's name, at most 4 letters, and the length after it.</summary>
    private const int HeadSize = McapFormat.RecordHeader + 28 + 4 + 4 + 8;

    private readonly byte[] _window = new byte[Window];
    private readonly ByteBuilder _scratch = new();
    private int _trials;

    /// <summary>Offset of the first sound chunk at or after <paramref name="from"/>, or null.</summary>
    public long? Find(long from)
    {
        for (var at = from; at < stream.Length; at += Window - HeadSize)
        {
            stream.Position = at;
            var window = _window.AsSpan(0, stream.ReadAtLeast(_window, Window, throwOnEndOfStream: false));
            var last = window.Length == Window ? Window - HeadSize : window.Length;
            for (var i = 0; i < last; i++)
            {
                var step = window[i..last].IndexOf((byte)McapOpcode.Chunk);
                if (step < 0)
                {
                    break;
                }

                i += step;
                if (LooksRight(window[i..], stream.Length - at - i) && IsSound(at + i))
                {
                    return at + i;
                }
            }
        }

        return null;
    }

    private bool LooksRight(ReadOnlySpan<byte> head, long left)
    {
        if (head.Length < HeadSize - 4)
        {
            return false;
        }

        var length = BinaryPrimitives.ReadUInt64LittleEndian(head[1..]);
        var fields = head[McapFormat.RecordHeader..];
        var name = BinaryPrimitives.ReadUInt32LittleEndian(fields[28..]);
        return length <= (ulong)Math.Min(limits.RecordBytes, left - McapFormat.RecordHeader) && name is 0 or 3 or 4
            && fields.Length >= 32 + (int)name + 8
            && BinaryPrimitives.ReadUInt64LittleEndian(fields[(32 + (int)name)..]) == length - 40 - name;
    }

    private bool IsSound(long offset)
    {
        if (_trials++ >= MaxTrials)
        {
            return false;
        }

        var mcap = new McapReader(stream, limits, offset);
        return mcap.Next() == McapScan.Record && McapChunk.TryRead(mcap.Scanner.Content, out var chunk) && chunk.UncompressedCrc != 0
            && decoder.TryDecode(chunk, _scratch) == McapError.None;
    }
}
