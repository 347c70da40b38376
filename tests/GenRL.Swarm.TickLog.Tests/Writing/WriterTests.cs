using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog.Mcap.Compression;
using GenRL.Swarm.TickLog.Reading;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.TickLog.Tests.Writing;

public sealed class WriterTests
{
    [Theory]
    [InlineData(McapCompression.None)]
    [InlineData(McapCompression.Lz4)]
    [InlineData(McapCompression.Zstd)]
    public void Append_ThreeKinds_ReadsBackEveryByteInOrder(McapCompression compression)
    {
        using var folder = new TempFolder();
        var path = folder.File("a.mcap");

        var expected = LogMaker.Write(path, 300, new TickLogOptions { Compression = compression, Lockstep = true });

        using var reader = TickLogReader.Open(path);
        Assert.Equal(expected, LogText.Read(reader));
        Assert.True(reader.IsComplete);
        Assert.Equal(0, reader.DamageCount);
        Assert.Equal(Samples.Header.Configuration, reader.Header!.Configuration);
        Assert.Equal(Samples.Header.Software, reader.Header.Software);
        Assert.Equal(Samples.Header with { Software = reader.Header.Software }, reader.Header);
        Assert.False(File.Exists(path + ".active"));
    }

    [Fact]
    public void SameRecords_InLockstep_GiveTheSameBytes()
    {
        using var folder = new TempFolder();

        LogMaker.Write(folder.File("a.mcap"), 500, new TickLogOptions { Lockstep = true, HandoverBytes = 4096 * 4 });
        LogMaker.Write(folder.File("b.mcap"), 500, new TickLogOptions { Lockstep = true });

        Assert.Equal(File.ReadAllBytes(folder.File("a.mcap")), File.ReadAllBytes(folder.File("b.mcap")));
    }

    [Fact]
    public void Append_AfterWarmUp_AllocatesNothing()
    {
        using var folder = new TempFolder();
        using var writer = TickLogWriter.ToFile(folder.File("a.mcap"), Samples.Header);
        var step = new StepRecord();
        var tick = new TickRecord();
        Samples.Fill(step, 1);
        Samples.Fill(tick, 1);
        var happening = Samples.Event(1);
        AppendAll();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            AppendAll();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void AppendAll()
        {
            writer.Append(step);
            writer.Append(tick);
            writer.Append(happening);
        }
    }
}
