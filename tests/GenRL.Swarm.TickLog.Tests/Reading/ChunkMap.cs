using GenRL.Swarm.TickLog.Mcap;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.TickLog.Tests.Reading;

/// <summary>Where the chunks of a sound log stand and which entries they hold.</summary>
internal static class ChunkMap
{
    public static List<(int Begin, int End, int FirstEntry, int Entries)> Of(byte[] file)
    {
        var limits = new McapLimits();
        var mcap = new McapReader(new MemoryStream(file), limits);
        using var decoder = new ChunkDecoder(limits);
        var content = new ByteBuilder();
        var chunks = new List<(int, int, int, int)>();
        var entries = 0;
        while (mcap.Next() == McapScan.Record)
        {
            if (mcap.Scanner.Opcode != McapOpcode.Chunk)
            {
                continue;
            }

            Assert.True(McapChunk.TryRead(mcap.Scanner.Content, out var chunk));
            Assert.Equal(McapError.None, decoder.TryDecode(chunk, content));
            var count = 0;
            var records = new ChunkRecords(content.Written);
            while (records.Next() == McapScan.Record)
            {
                count += records.Opcode == McapOpcode.Message ? 1 : 0;
            }

            var begin = (int)mcap.Scanner.Offset;
            chunks.Add((begin, begin + McapFormat.RecordHeader + mcap.Scanner.Content.Length, entries, count));
            entries += count;
        }

        return chunks;
    }
}
