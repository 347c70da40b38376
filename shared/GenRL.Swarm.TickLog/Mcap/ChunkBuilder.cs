using GenRL.Swarm.TickLog.Mcap.Compression;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>The chunk that a writer is filling: its records and where its messages stand. Owns the codec. Not thread safe.</summary>
internal sealed class ChunkBuilder(ChunkCodec codec) : IDisposable
{
    private readonly Dictionary<ushort, List<KeyValuePair<ulong, ulong>>> _entries = [];
    private ulong _first;
    private ulong _last;
    private int _compressedSize;

    /// <summary>The records, uncompressed.</summary>
    public ByteBuilder Records { get; } = new();

    public int Length => Records.Length;

    public int Messages { get; private set; }

    public void Add(in McapMessage message)
    {
        if (!_entries.TryGetValue(message.ChannelId, out var entries))
        {
            _entries.Add(message.ChannelId, entries = []);
        }

        entries.Add(new(message.LogTime, (ulong)Length));
        _first = Messages == 0 ? message.LogTime : Math.Min(_first, message.LogTime);
        _last = Messages == 0 ? message.LogTime : Math.Max(_last, message.LogTime);
        Messages++;
        var mark = Records.BeginRecord(McapOpcode.Message);
        message.Write(Records);
        Records.EndRecord(mark);
    }

    /// <summary>Writes the chunk record.</summary>
    public void WriteChunk(ByteBuilder to)
    {
        var mark = to.BeginRecord(McapOpcode.Chunk);
        to.U64(_first);
        to.U64(_last);
        to.U64((ulong)Length);
        to.U32(Crc32.Of(Records.Written));
        to.Text(codec.Name);
        var bound = codec.Bound(Length);
        to.U64(0);
        var sizeAt = to.Length;
        _compressedSize = codec.Compress(Records.Written, to.Append(bound));
        to.Shrink(bound - _compressedSize);
        to.SetLength64(sizeAt);
        to.EndRecord(mark);
    }

    /// <summary>The index of each channel that has messages in the chunk.</summary>
    public IEnumerable<McapMessageIndex> Indexes()
    {
        foreach (var (channel, entries) in _entries)
        {
            if (entries.Count > 0)
            {
                yield return new McapMessageIndex(channel, entries);
            }
        }
    }

    public McapChunkIndex Describe(ulong offset, ulong length, IReadOnlyList<KeyValuePair<ushort, ulong>> indexOffsets, ulong indexLength) =>
        new(_first, _last, offset, length, indexOffsets, indexLength, codec.Name, (ulong)_compressedSize, (ulong)Length);

    public void Clear()
    {
        Records.Clear();
        Messages = 0;
        _first = 0;
        _last = 0;
        foreach (var entries in _entries.Values)
        {
            entries.Clear();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => codec.Dispose();
}
