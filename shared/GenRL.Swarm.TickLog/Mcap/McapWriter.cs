using GenRL.Swarm.TickLog.Mcap.Compression;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Mcap;

/// <summary>
/// Writes an MCAP file to a stream, which stays the caller's. What was written stands in the stream once a chunk is closed, a record
/// outside chunks is added, or the file is finished; flushing the stream is the caller's part. Not thread safe.
/// </summary>
internal sealed class McapWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly McapWriterOptions _options;
    private readonly ByteBuilder _out = new();
    private readonly ChunkBuilder _chunk;
    private readonly McapSummary _summary;
    private Crc32 _crc;
    private long _written;

    /// <summary>A writer to <paramref name="stream"/>.</summary>
    /// <exception cref="InvalidOperationException">The system library for the compression is missing.</exception>
    public McapWriter(Stream stream, McapWriterOptions options)
    {
        _stream = stream;
        _options = options;
        _chunk = new ChunkBuilder(ChunkCodec.Create(options.Compression));
        _summary = new McapSummary(options);
    }

    /// <summary>Bytes written to the stream.</summary>
    public long Position => _written + _out.Length;

    /// <summary>Bytes in the open chunk, before compression.</summary>
    public int ChunkBytes => _chunk.Length;

    /// <summary>Messages in the open chunk.</summary>
    public int ChunkMessages => _chunk.Messages;

    public void Start(McapHeader header)
    {
        _out.Raw(McapFormat.Magic);
        var mark = _out.BeginRecord(McapOpcode.Header);
        header.Write(_out);
        End(mark);
        Drain();
    }

    public void AddSchema(McapSchema schema)
    {
        _summary.Schemas.Add(schema);
        var to = _options.Chunks ? _chunk.Records : _out;
        var mark = to.BeginRecord(McapOpcode.Schema);
        schema.Write(to);
        End(to, mark);
        Drain();
    }

    public void AddChannel(McapChannel channel)
    {
        _summary.Add(channel);
        var to = _options.Chunks ? _chunk.Records : _out;
        WriteChannel(to, channel);
        Drain();
    }

    /// <summary>Adds a message of a channel that was added before.</summary>
    public void AddMessage(in McapMessage message)
    {
        _summary.Count(message);
        if (!_options.Chunks)
        {
            var outside = _out.BeginRecord(McapOpcode.Message);
            message.Write(_out);
            _out.EndRecord(outside);
            Drain();
            return;
        }

        if (_options.ChannelsInEveryChunk && _chunk.Length == 0)
        {
            foreach (var channel in _summary.Channels)
            {
                WriteChannel(_chunk.Records, channel);
            }
        }

        _chunk.Add(message);
    }

    public void AddAttachment(in McapAttachment attachment)
    {
        CloseChunk();
        var offset = Position;
        var mark = _out.BeginRecord(McapOpcode.Attachment);
        attachment.Write(_out);
        End(mark);
        _summary.Attachments.Add(new McapAttachmentIndex(
            (ulong)offset, (ulong)(Position - offset), attachment.LogTime, attachment.CreateTime, (ulong)attachment.Data.Length,
            attachment.Name, attachment.MediaType));
        Drain();
    }

    public void AddMetadata(McapMetadata metadata)
    {
        CloseChunk();
        var offset = Position;
        var mark = _out.BeginRecord(McapOpcode.Metadata);
        metadata.Write(_out);
        End(mark);
        _summary.Metadata.Add(new McapMetadataIndex((ulong)offset, (ulong)(Position - offset), metadata.Name));
        Drain();
    }

    /// <summary>Writes the open chunk, if it holds anything, with its message indexes.</summary>
    public void CloseChunk()
    {
        if (_chunk.Length == 0)
        {
            return;
        }

        var offset = Position;
        _chunk.WriteChunk(_out);
        var indexes = Position;
        var offsets = new List<KeyValuePair<ushort, ulong>>();
        if (_options.MessageIndexes)
        {
            foreach (var index in _chunk.Indexes())
            {
                offsets.Add(new(index.ChannelId, (ulong)Position));
                var mark = _out.BeginRecord(McapOpcode.MessageIndex);
                index.Write(_out);
                End(mark);
            }
        }

        _summary.Chunks.Add(_chunk.Describe((ulong)offset, (ulong)(indexes - offset), offsets, (ulong)(Position - indexes)));
        _chunk.Clear();
        Drain();
    }

    /// <summary>Writes the end of the data section, the summary and the footer. Nothing may be added afterwards.</summary>
    public void Finish()
    {
        CloseChunk();
        var mark = _out.BeginRecord(McapOpcode.DataEnd);
        new McapDataEnd(_crc.Value).Write(_out);
        _out.EndRecord(mark);
        Drain();

        _crc = default;
        var summaryStart = (ulong)Position;
        var groups = _summary.Write(_out, summaryStart);
        var offsetsStart = (ulong)Position;
        var hasSummary = offsetsStart > summaryStart;
        if (_options.SummaryOffsets)
        {
            foreach (var group in groups)
            {
                mark = _out.BeginRecord(McapOpcode.SummaryOffset);
                group.Write(_out);
                End(mark);
            }
        }

        WriteFooter(hasSummary ? summaryStart : 0, _options.SummaryOffsets && hasSummary ? offsetsStart : 0);
        _out.Raw(McapFormat.Magic);
        Drain();
    }

    /// <inheritdoc/>
    public void Dispose() => _chunk.Dispose();

    private void WriteFooter(ulong summaryStart, ulong offsetsStart)
    {
        var mark = _out.BeginRecord(McapOpcode.Footer);
        new McapFooter(summaryStart, offsetsStart, 0).Write(_out);
        _out.EndRecord(mark);
        _out.Shrink(sizeof(uint));
        _out.U32(Crc32.Of(_out.Written));
    }

    private void WriteChannel(ByteBuilder to, McapChannel channel)
    {
        var mark = to.BeginRecord(McapOpcode.Channel);
        channel.Write(to);
        End(to, mark);
    }

    private void End(int mark) => End(_out, mark);

    private void End(ByteBuilder to, int mark)
    {
        if (to == _out)
        {
            to.Raw(_options.Padding);
        }

        to.EndRecord(mark);
    }

    private void Drain()
    {
        _crc.Append(_out.Written);
        _stream.Write(_out.Written);
        _written += _out.Length;
        _out.Clear();
    }
}
