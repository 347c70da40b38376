using System.Globalization;
using System.Text.Json;
using GenRL.Swarm.TickLog.Mcap;
using GenRL.Swarm.TickLog.Mcap.Compression;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Tests.Mcap;

public sealed class ConformanceTests
{
    private const int VectorCount = 416;

    [Fact]
    public void Read_EveryVector_GivesItsRecords()
    {
        Assert.SkipWhen(ConformanceVectors.All.Count == 0, ConformanceVectors.Missing);
        Assert.Equal(VectorCount, ConformanceVectors.All.Count);

        foreach (var vector in ConformanceVectors.All)
        {
            var expected = ConformanceVectors.Json(vector).GetProperty("records").EnumerateArray().Select(Describe).ToList();

            Assert.Equal((vector, string.Join('\n', expected)), (vector, string.Join('\n', Read(File.ReadAllBytes(vector + ".mcap")))));
        }
    }

    [Fact]
    public void Write_EveryVector_GivesItsBytes()
    {
        Assert.SkipWhen(ConformanceVectors.All.Count == 0, ConformanceVectors.Missing);
        Assert.Equal(VectorCount, ConformanceVectors.All.Count);

        foreach (var vector in ConformanceVectors.All)
        {
            var expected = File.ReadAllBytes(vector + ".mcap");

            Assert.Equal((vector, Convert.ToHexString(expected)), (vector, Convert.ToHexString(Write(ConformanceVectors.Json(vector)))));
        }
    }

    [Fact]
    public void Read_EveryVectorFedByteByByte_GivesTheSame()
    {
        Assert.SkipWhen(ConformanceVectors.All.Count == 0, ConformanceVectors.Missing);

        foreach (var vector in ConformanceVectors.All)
        {
            var file = File.ReadAllBytes(vector + ".mcap");

            Assert.Equal(Read(file), Read(file, piece: 1));
        }
    }

    private static List<string> Read(byte[] file, int piece = int.MaxValue)
    {
        var limits = new McapLimits();
        var scanner = new McapScanner(limits);
        using var decoder = new ChunkDecoder(limits);
        var content = new ByteBuilder();
        var lines = new List<string>();
        var fed = 0;
        while (true)
        {
            var found = scanner.Next();
            Assert.NotEqual(McapScan.Damage, found);
            if (found == McapScan.End)
            {
                return lines;
            }

            if (found == McapScan.NeedInput)
            {
                var space = scanner.GetSpace();
                var count = Math.Min(Math.Min(piece, space.Length), file.Length - fed);
                file.AsSpan(fed, count).CopyTo(space);
                fed += count;
                scanner.Advance(count);
            }
            else if (scanner.Opcode == McapOpcode.Chunk)
            {
                Assert.True(McapChunk.TryRead(scanner.Content, out var chunk));
                Assert.Equal(McapError.None, decoder.TryDecode(chunk, content));
                var inner = new ChunkRecords(content.Written);
                McapScan record;
                while ((record = inner.Next()) == McapScan.Record)
                {
                    lines.Add(RecordText.Of(inner.Opcode, inner.Content));
                }

                Assert.Equal(McapScan.End, record);
            }
            else if (scanner.Opcode == McapOpcode.MessageIndex)
            {
                Assert.True(McapMessageIndex.TryRead(scanner.Content, out _));
            }
            else
            {
                lines.Add(RecordText.Of(scanner.Opcode, scanner.Content));
            }
        }
    }

    private static byte[] Write(JsonElement vector)
    {
        var features = vector.GetProperty("meta").GetProperty("variant").GetProperty("features").EnumerateArray().Select(f => f.GetString()!).ToHashSet();
        using var stream = new MemoryStream();
        using var writer = new McapWriter(stream, new McapWriterOptions
        {
            Compression = McapCompression.None,
            Chunks = features.Contains("ch"),
            MessageIndexes = features.Contains("mx"),
            Statistics = features.Contains("st"),
            RepeatSchemas = features.Contains("rsh"),
            RepeatChannels = features.Contains("rch"),
            AttachmentIndexes = features.Contains("ax"),
            MetadataIndexes = features.Contains("mdx"),
            ChunkIndexes = features.Contains("chx"),
            SummaryOffsets = features.Contains("sum"),
            Padding = features.Contains("pad") ? [0x01, 0xFF, 0xFF] : [],
        });
        foreach (var record in vector.GetProperty("records").EnumerateArray())
        {
            var type = record.GetProperty("type").GetString();
            var fields = record.GetProperty("fields").EnumerateArray().ToDictionary(f => f[0].GetString()!, f => f[1]);
            switch (type)
            {
                case "Header":
                    writer.Start(new McapHeader(Text("profile"), Text("library")));
                    break;
                case "Schema":
                    writer.AddSchema(new McapSchema((ushort)Number("id"), Text("name"), Text("encoding"), Bytes()));
                    break;
                case "Channel":
                    writer.AddChannel(new McapChannel((ushort)Number("id"), (ushort)Number("schema_id"), Text("topic"), Text("message_encoding"), Map()));
                    break;
                case "Message":
                    writer.AddMessage(new McapMessage((ushort)Number("channel_id"), (uint)Number("sequence"), Number("log_time"), Number("publish_time"), Bytes()));
                    break;
                case "Attachment":
                    writer.AddAttachment(new McapAttachment(Number("log_time"), Number("create_time"), Text("name"), Text("media_type"), Bytes()));
                    break;
                case "Metadata":
                    writer.AddMetadata(new McapMetadata(Text("name"), Map()));
                    break;
                case "DataEnd":
                    writer.Finish();
                    return stream.ToArray();
            }

            string Text(string name) => fields[name].GetString()!;

            ulong Number(string name) => ulong.Parse(Text(name), CultureInfo.InvariantCulture);

            byte[] Bytes() => [.. fields["data"].EnumerateArray().Select(b => byte.Parse(b.GetString()!, CultureInfo.InvariantCulture))];

            KeyValuePair<string, string>[] Map() => [.. fields["metadata"].EnumerateObject().Select(e => KeyValuePair.Create(e.Name, e.Value.GetString()!))];
        }

        throw new InvalidDataException("a vector without an end");
    }

    private static string Describe(JsonElement record) => RecordText.Line(
        record.GetProperty("type").GetString()!, record.GetProperty("fields").EnumerateArray().Select(f => (f[0].GetString()!, Value(f[1]))));

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(v => v.GetString()))}]",
        JsonValueKind.Object => RecordText.M(value.EnumerateObject().Select(e => KeyValuePair.Create(e.Name, e.Value.GetString()))),
        _ => value.GetString()!,
    };
}
