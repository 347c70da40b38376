using GenRL.Swarm.TickLog.Mcap;
using GenRL.Swarm.TickLog.Mcap.Compression;
using GenRL.Swarm.TickLog.Reading;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.TickLog.Tests.Reading;

public sealed class DamageTests
{
    [Theory]
    [InlineData(McapCompression.None)]
    [InlineData(McapCompression.Zstd)]
    [InlineData(McapCompression.Lz4)]
    public void Read_CutAtAnyByteOfTheLastTwoChunks_LosesNothingBeforeTheCutChunk(McapCompression compression)
    {
        var (file, lines) = Make(compression, 20);
        var chunks = ChunkMap.Of(file);

        for (var cut = chunks[^2].Begin; cut < file.Length; cut += compression == McapCompression.Zstd ? 1 : 29)
        {
            AssertCut(file, cut, lines, chunks);
        }
    }

    [Fact]
    public void Read_CutAnywhere_LosesNothingBeforeTheCutChunk()
    {
        var (file, lines) = Make(McapCompression.Zstd, 60);
        var chunks = ChunkMap.Of(file);
        var random = new Random(5);

        for (var i = 0; i < 300; i++)
        {
            AssertCut(file, random.Next(file.Length), lines, chunks);
        }
    }

    [Theory]
    [InlineData(McapCompression.None, 29)]
    [InlineData(McapCompression.Zstd, 4)]
    public void Read_AnyByteFlipped_LosesAtMostTheChunkThatItIsIn(McapCompression compression, int stride)
    {
        var (file, lines) = Make(compression, 25);
        var chunks = ChunkMap.Of(file);
        var random = new Random(6);

        for (var at = 0; at < file.Length; at += random.Next(1, 2 * stride))
        {
            var was = file[at];
            file[at] ^= (byte)random.Next(1, 256);
            using var reader = new TickLogReader(new MemoryStream(file));
            var read = LogText.Read(reader);
            file[at] = was;

            var hit = chunks.FindIndex(c => at >= c.Begin && at < c.End);
            var without = hit < 0 ? lines : [.. lines.Take(chunks[hit].FirstEntry), .. lines.Skip(chunks[hit].FirstEntry + chunks[hit].Entries)];
            Assert.True(read.SequenceEqual(lines) || read.SequenceEqual(without), $"byte {at}: {read.Count} of {lines.Count} entries");
            Assert.True(reader.DamageCount > 0, $"byte {at}: not noticed");
            Assert.All(reader.Damage, d => Assert.NotEqual(McapError.None, d.Reason));
        }
    }

    [Fact]
    public void Read_ChunkWithFlippedByte_NamesReasonAndOffset()
    {
        var (file, lines) = Make(McapCompression.None, 25);
        var chunk = ChunkMap.Of(file)[3];
        file[(chunk.Begin + chunk.End) / 2] ^= 0x10;

        using var reader = new TickLogReader(new MemoryStream(file));
        var read = LogText.Read(reader);

        Assert.Equal(lines.Count - chunk.Entries, read.Count);
        Assert.Equal(1, reader.DamageCount);
        Assert.Equal(new TickLogDamage(chunk.Begin, McapError.BadChunkCrc), reader.Damage[0]);
    }

    [Fact]
    public void Read_RandomBytes_NeverThrows()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var file = new byte[random.Next(0, 4000)];
            random.NextBytes(file);
            if (i % 2 == 0 && file.Length > 8)
            {
                McapFormat.Magic.CopyTo(file);
            }

            using var reader = new TickLogReader(new MemoryStream(file));

            Assert.Empty(LogText.Read(reader));
            Assert.True(reader.DamageCount > 0);
            Assert.False(reader.IsComplete);
        }
    }

    [Fact]
    public void Read_RecordThatClaimsMoreThanTheLimit_IsRefusedWithoutTheMemory()
    {
        byte[] file = [.. McapFormat.Magic, (byte)McapOpcode.Header, 0, 0, 0, 0, 0, 0, 0, 0x7F];
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var reader = new TickLogReader(new MemoryStream(file));

        Assert.Empty(LogText.Read(reader));
        Assert.Equal(new TickLogDamage(8, McapError.RecordTooLarge), Assert.Single(reader.Damage));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    private static void AssertCut(byte[] file, int cut, List<string> lines, List<(int Begin, int End, int FirstEntry, int Entries)> chunks)
    {
        using var reader = new TickLogReader(new MemoryStream(file[..cut]));
        var read = LogText.Read(reader);

        var whole = chunks.Where(c => c.End <= cut).Sum(c => c.Entries);
        Assert.True(read.SequenceEqual(lines.Take(whole)), $"cut at {cut}: {read.Count} entries, {whole} expected");
        Assert.False(reader.IsComplete);
        Assert.Contains(reader.Damage, d => d.Reason is McapError.Truncated or McapError.BadMagic);
    }

    private static (byte[] File, List<string> Lines) Make(McapCompression compression, int steps)
    {
        using var folder = new TempFolder();
        var path = folder.File("a.mcap");
        var lines = LogMaker.Write(
            path, steps, new TickLogOptions { Compression = compression, Lockstep = true, ChunkAge = TimeSpan.FromMilliseconds(100) });
        return (File.ReadAllBytes(path), lines);
    }
}
