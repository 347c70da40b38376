using System.Text;
using GenRL.Swarm.TickLog.Mcap;
using GenRL.Swarm.TickLog.Mcap.Compression;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Tests.Mcap;

/// <summary>Files made by the MCAP project's own writer; golden/ticklog/make-mcap.mjs says how.</summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("zstd")]
    [InlineData("lz4")]
    public void Read_FileOfAnotherWriter_GivesEveryMessage(string compression)
    {
        var limits = new McapLimits();
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "golden", $"mcap-core-{compression}.mcap"));
        var mcap = new McapReader(stream, limits);
        using var decoder = new ChunkDecoder(limits);
        var content = new ByteBuilder();
        ulong messages = 0;
        McapScan found;
        while ((found = mcap.Next()) == McapScan.Record)
        {
            if (mcap.Scanner.Opcode != McapOpcode.Chunk)
            {
                continue;
            }

            Assert.True(McapChunk.TryRead(mcap.Scanner.Content, out var chunk));
            Assert.Equal(compression, chunk.Compression);
            Assert.Equal(McapError.None, decoder.TryDecode(chunk, content));
            var records = new ChunkRecords(content.Written);
            while (records.Next() == McapScan.Record)
            {
                if (records.Opcode == McapOpcode.Message)
                {
                    Assert.True(McapMessage.TryRead(records.Content, out var message));
                    Assert.Equal(messages, message.LogTime);
                    Assert.Equal(string.Concat(Enumerable.Repeat($"message {messages} ", 20)), Encoding.UTF8.GetString(message.Data));
                    messages++;
                }
            }
        }

        Assert.Equal(McapScan.End, found);
        Assert.Equal(200ul, messages);
    }

    [Theory]
    [InlineData(McapCompression.None)]
    [InlineData(McapCompression.Lz4)]
    [InlineData(McapCompression.Zstd)]
    public void Codec_AnySize_RoundTripsAndRefusesWrongSizes(McapCompression method)
    {
        using var codec = ChunkCodec.Create(method);
        var random = new Random(3);
        foreach (var size in new[] { 0, 1, 100, 65_536, 300_001 })
        {
            var plain = new byte[size];
            random.NextBytes(plain.AsSpan(size / 2));
            var packed = new byte[codec.Bound(size)];
            var used = codec.Compress(plain, packed);
            var back = new byte[size];

            Assert.True(codec.TryDecompress(packed.AsSpan(0, used), back));
            Assert.Equal(plain, back);
            Assert.False(codec.TryDecompress(packed.AsSpan(0, used), new byte[size + 1]));
            Assert.False(size > 0 && codec.TryDecompress(packed.AsSpan(0, used - 1), back));
        }
    }
}
