using System.Globalization;
using GenRL.Swarm.TickLog.Mcap;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Tests.Mcap;

/// <summary>A record in the words of the conformance vectors: type, then fields by name.</summary>
internal static class RecordText
{
    public static string Of(McapOpcode opcode, ReadOnlySpan<byte> content)
    {
        switch (opcode)
        {
            case McapOpcode.Header:
                Assert.True(McapHeader.TryRead(content, out var header));
                return Line("Header", ("library", header.Library), ("profile", header.Profile));
            case McapOpcode.Footer:
                Assert.True(McapFooter.TryRead(content, out var footer));
                return Line("Footer", ("summary_crc", N(footer.SummaryCrc)), ("summary_offset_start", N(footer.SummaryOffsetStart)), ("summary_start", N(footer.SummaryStart)));
            case McapOpcode.Schema:
                Assert.True(McapSchema.TryRead(content, out var schema));
                return Line("Schema", ("data", B(schema.Data)), ("encoding", schema.Encoding), ("id", N(schema.Id)), ("name", schema.Name));
            case McapOpcode.Channel:
                Assert.True(McapChannel.TryRead(content, out var channel));
                return Line("Channel", ("id", N(channel.Id)), ("message_encoding", channel.MessageEncoding), ("metadata", M(channel.Metadata)), ("schema_id", N(channel.SchemaId)), ("topic", channel.Topic));
            case McapOpcode.Message:
                Assert.True(McapMessage.TryRead(content, out var message));
                return Line("Message", ("channel_id", N(message.ChannelId)), ("data", B(message.Data)), ("log_time", N(message.LogTime)), ("publish_time", N(message.PublishTime)), ("sequence", N(message.Sequence)));
            case McapOpcode.ChunkIndex:
                Assert.True(McapChunkIndex.TryRead(content, out var chunk));
                return Line("ChunkIndex", ("chunk_length", N(chunk.Length)), ("chunk_start_offset", N(chunk.Offset)), ("compressed_size", N(chunk.CompressedSize)), ("compression", chunk.Compression), ("message_end_time", N(chunk.MessageEnd)), ("message_index_length", N(chunk.MessageIndexLength)), ("message_index_offsets", M(chunk.MessageIndexOffsets)), ("message_start_time", N(chunk.MessageStart)), ("uncompressed_size", N(chunk.UncompressedSize)));
            case McapOpcode.Attachment:
                Assert.Equal(McapError.None, McapAttachment.TryRead(content, out var attachment));
                return Line("Attachment", ("create_time", N(attachment.CreateTime)), ("data", B(attachment.Data)), ("log_time", N(attachment.LogTime)), ("media_type", attachment.MediaType), ("name", attachment.Name));
            case McapOpcode.AttachmentIndex:
                Assert.True(McapAttachmentIndex.TryRead(content, out var index));
                return Line("AttachmentIndex", ("create_time", N(index.CreateTime)), ("data_size", N(index.DataSize)), ("length", N(index.Length)), ("log_time", N(index.LogTime)), ("media_type", index.MediaType), ("name", index.Name), ("offset", N(index.Offset)));
            case McapOpcode.Statistics:
                Assert.True(McapStatistics.TryRead(content, out var s));
                return Line("Statistics", ("attachment_count", N(s.AttachmentCount)), ("channel_count", N(s.ChannelCount)), ("channel_message_counts", M(s.ChannelMessageCounts)), ("chunk_count", N(s.ChunkCount)), ("message_count", N(s.MessageCount)), ("message_end_time", N(s.MessageEnd)), ("message_start_time", N(s.MessageStart)), ("metadata_count", N(s.MetadataCount)), ("schema_count", N(s.SchemaCount)));
            case McapOpcode.Metadata:
                Assert.True(McapMetadata.TryRead(content, out var metadata));
                return Line("Metadata", ("metadata", M(metadata.Entries)), ("name", metadata.Name));
            case McapOpcode.MetadataIndex:
                Assert.True(McapMetadataIndex.TryRead(content, out var where));
                return Line("MetadataIndex", ("length", N(where.Length)), ("name", where.Name), ("offset", N(where.Offset)));
            case McapOpcode.SummaryOffset:
                Assert.True(McapSummaryOffset.TryRead(content, out var group));
                return Line("SummaryOffset", ("group_length", N(group.Length)), ("group_opcode", N((byte)group.Group)), ("group_start", N(group.Start)));
            default:
                Assert.Equal(McapOpcode.DataEnd, opcode);
                Assert.True(McapDataEnd.TryRead(content, out var end));
                return Line("DataEnd", ("data_section_crc", N(end.DataCrc)));
        }
    }

    public static string Line(string type, params IEnumerable<(string Name, string Value)> fields) =>
        $"{type} {string.Join(' ', fields.Select(f => $"{f.Name}={f.Value}"))}";

    public static string M<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> map) =>
        $"{{{string.Join(',', map.Select(e => $"{e.Key}:{e.Value}").Order(StringComparer.Ordinal))}}}";

    private static string N(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    private static string B(ReadOnlySpan<byte> bytes) => $"[{string.Join(',', bytes.ToArray())}]";
}
