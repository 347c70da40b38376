using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>What a writer remembers of its file, and the summary section made of it.</summary>
internal sealed class McapSummary(McapWriterOptions options)
{
    private readonly SortedDictionary<ushort, ulong> _messageCounts = [];
    private ulong _messages;
    private ulong _first;
    private ulong _last;

    public List<McapSchema> Schemas { get; } = [];

    public List<McapChannel> Channels { get; } = [];

    public List<McapAttachmentIndex> Attachments { get; } = [];

    public List<McapMetadataIndex> Metadata { get; } = [];

    public List<McapChunkIndex> Chunks { get; } = [];

    public void Add(McapChannel channel) => Channels.Add(channel);

    public void Count(in McapMessage message)
    {
        _messageCounts[message.ChannelId] = _messageCounts.GetValueOrDefault(message.ChannelId) + 1;
        _first = _messages == 0 ? message.LogTime : Math.Min(_first, message.LogTime);
        _last = _messages == 0 ? message.LogTime : Math.Max(_last, message.LogTime);
        _messages++;
    }

    /// <summary>Writes the summary's records, grouped by type; <paramref name="to"/> begins at <paramref name="start"/> of the file.</summary>
    public List<McapSummaryOffset> Write(ByteBuilder to, ulong start)
    {
        var groups = new List<McapSummaryOffset>();
        Group<McapSchema>(McapOpcode.Schema, options.RepeatSchemas ? Schemas : [], static (s, b) => s.Write(b));
        Group<McapChannel>(McapOpcode.Channel, options.RepeatChannels ? Channels : [], static (c, b) => c.Write(b));
        Group<McapStatistics>(McapOpcode.Statistics, options.Statistics ? [Statistics()] : [], static (s, b) => s.Write(b));
        Group<McapChunkIndex>(McapOpcode.ChunkIndex, options.ChunkIndexes ? Chunks : [], static (c, b) => c.Write(b));
        Group<McapAttachmentIndex>(McapOpcode.AttachmentIndex, options.AttachmentIndexes ? Attachments : [], static (a, b) => a.Write(b));
        Group<McapMetadataIndex>(McapOpcode.MetadataIndex, options.MetadataIndexes ? Metadata : [], static (m, b) => m.Write(b));
        return groups;

        void Group<T>(McapOpcode opcode, IReadOnlyCollection<T> records, Action<T, ByteBuilder> write)
        {
            var begin = to.Length;
            foreach (var record in records)
            {
                var mark = to.BeginRecord(opcode);
                write(record, to);
                to.Raw(options.Padding);
                to.EndRecord(mark);
            }

            if (records.Count > 0)
            {
                groups.Add(new McapSummaryOffset(opcode, start + (ulong)begin, (ulong)(to.Length - begin)));
            }
        }
    }

    private McapStatistics Statistics() => new(
        _messages, (ushort)Schemas.Count, (uint)Channels.Count, (uint)Attachments.Count, (uint)Metadata.Count, (uint)Chunks.Count, _first, _last,
        [.. _messageCounts]);
}
