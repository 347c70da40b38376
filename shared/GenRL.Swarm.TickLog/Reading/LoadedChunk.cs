using GenRL.Swarm.TickLog.Layout;
using GenRL.Swarm.TickLog.Mcap;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Reading;

/// <summary>The sound entries of one chunk, in order of log time; of equal times, in order of the file. Keeps its memory when reloaded.</summary>
internal sealed class LoadedChunk
{
    private readonly ByteBuilder _data = new();
    private readonly List<Entry> _entries = [];
    private int _next;

    /// <summary>Whether every entry was taken.</summary>
    public bool IsEmpty => _next == _entries.Count;

    /// <summary>Log time of the next entry, ns.</summary>
    public ulong NextTime => _entries[_next].Time;

    /// <summary>Messages that were left out, after <see cref="TryLoad"/>: of an unknown channel or of the wrong layout.</summary>
    public int BadMessages { get; private set; }

    /// <summary>Takes the next entry.</summary>
    public TickLogEntry Take()
    {
        var entry = _entries[_next++];
        return new TickLogEntry(entry.Kind, entry.Time, _data.Written.Slice(entry.At, entry.Length));
    }

    public void Clear()
    {
        _entries.Clear();
        _next = 0;
        BadMessages = 0;
    }

    /// <summary>Loads a chunk. On an error it holds nothing. Channels in the chunk are added to <paramref name="channels"/>.</summary>
    public McapError TryLoad(ChunkDecoder decoder, in McapChunk chunk, Dictionary<ushort, EntryKind> channels)
    {
        Clear();
        var error = decoder.TryDecode(chunk, _data);
        if (error != McapError.None)
        {
            return error;
        }

        var records = new ChunkRecords(_data.Written);
        McapScan found;
        while ((found = records.Next()) == McapScan.Record)
        {
            if (!TryAdd(records.Opcode, records.Content, records.Position, channels))
            {
                found = McapScan.Damage;
                break;
            }
        }

        if (found != McapScan.End)
        {
            Clear();
            return McapError.BadChunkContent;
        }

        _entries.Sort(static (a, b) => a.Time != b.Time ? a.Time.CompareTo(b.Time) : a.Order.CompareTo(b.Order));
        return McapError.None;
    }

    private bool TryAdd(McapOpcode opcode, ReadOnlySpan<byte> content, int end, Dictionary<ushort, EntryKind> channels)
    {
        if (opcode == McapOpcode.Channel)
        {
            if (!McapChannel.TryRead(content, out var channel))
            {
                return false;
            }

            Note(channel, channels);
        }
        else if (opcode == McapOpcode.Message)
        {
            if (!McapMessage.TryRead(content, out var message))
            {
                return false;
            }

            if (channels.TryGetValue(message.ChannelId, out var kind) && IsSound(kind, message.Data))
            {
                _entries.Add(new Entry(message.LogTime, _entries.Count, kind, end - message.Data.Length, message.Data.Length));
            }
            else
            {
                BadMessages++;
            }
        }

        return true;
    }

    /// <summary>Remembers what <paramref name="channel"/> holds, if it is one of ours.</summary>
    public static void Note(McapChannel channel, Dictionary<ushort, EntryKind> channels)
    {
        if (TickLogSchema.KindOf(channel) is { } kind)
        {
            channels[channel.Id] = kind;
        }
    }

    private static bool IsSound(EntryKind kind, ReadOnlySpan<byte> data) => kind switch
    {
        EntryKind.Step => StepLayout.IsSound(data),
        EntryKind.Tick => TickLayout.IsSound(data),
        _ => EventLayout.TryReadJson(data) is not null,
    };

    private readonly record struct Entry(ulong Time, int Order, EntryKind Kind, int At, int Length);
}
