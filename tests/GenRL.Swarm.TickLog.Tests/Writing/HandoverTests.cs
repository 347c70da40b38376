using System.Diagnostics;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog.Reading;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.TickLog.Tests.Writing;

public sealed class HandoverTests
{
    [Fact]
    public void Append_RingFull_DropsCountsAndSaysSoInTheLog()
    {
        using var folder = new TempFolder();
        var path = folder.File("a.mcap");
        var step = new StepRecord();
        var accepted = 0;
        long dropped;
        using (var writer = TickLogWriter.ToFile(path, Samples.Header, new TickLogOptions { HandoverBytes = 4096 }))
        {
            // 4 KiB hold seven steps: the writing thread, which looks every 50 ms, cannot keep up with a tight loop.
            for (var i = 0; writer.Dropped < 100; i++)
            {
                Samples.Fill(step, i);
                accepted += writer.Append(step) ? 1 : 0;
            }

            // A step after the drops carries the news.
            while (!writer.Append(step))
            {
                Thread.Yield();
            }

            accepted++;
            dropped = writer.Dropped;
        }

        var summary = LogSummary.Of(path);
        Assert.Equal(accepted, summary.Steps);
        Assert.Equal(dropped, summary.Dropped);
        Assert.True(summary.Gaps > 0);
    }

    [Fact]
    public void Append_CountOutOfRange_IsDropped()
    {
        using var folder = new TempFolder();
        using var writer = TickLogWriter.ToFile(folder.File("a.mcap"), Samples.Header);
        var tick = new TickRecord { Candidates = TickRecord.MaxCandidates + 1 };

        Assert.False(writer.Append(tick));
        Assert.Equal(1, writer.Dropped);
    }

    [Fact]
    public void Append_FileCannotBeFinished_NamesTheFailureAndThrowsNothing()
    {
        using var folder = new TempFolder();
        var writer = TickLogWriter.ToFile(folder.File("a.mcap"), Samples.Header);
        File.WriteAllText(folder.File("a.mcap"), "in the way");

        writer.Dispose();

        Assert.NotNull(writer.Failure);
        Assert.False(writer.Append(new StepRecord()));
        Assert.Equal("in the way", File.ReadAllText(folder.File("a.mcap")));
    }

    [Fact]
    public async Task Ring_SeveralWriters_DeliversEveryRecordWholeAndInEachWritersOrder()
    {
        const int Writers = 3;
        const int PerWriter = 20_000;
        var ring = new RecordRing(4096);
        var tasks = Enumerable.Range(1, Writers).Select(w => Task.Run(() => Write(ring, w, PerWriter))).ToArray();
        var started = Stopwatch.GetTimestamp();
        var seen = new int[Writers + 1];
        for (var left = Writers * PerWriter; left > 0;)
        {
            if (!ring.TryPeek(out var tag, out var bytes))
            {
                Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(1), "a record is missing");
                Thread.Yield();
                continue;
            }

            Assert.Equal(1 + seen[tag] % 97, bytes.Length);
            Assert.True(bytes.IndexOfAnyExcept((byte)(seen[tag] + tag)) < 0);
            seen[tag]++;
            ring.Release(bytes.Length);
            left--;
        }

        await Task.WhenAll(tasks);
        Assert.True(ring.IsEmpty);
    }

    private static void Write(RecordRing ring, int writer, int count)
    {
        for (var i = 0; i < count; i++)
        {
            RingSlot slot;
            while (!ring.TryClaim(1 + i % 97, out slot))
            {
                Thread.Yield();
            }

            slot.Bytes.Fill((byte)(i + writer));
            ring.Commit(slot, writer);
        }
    }
}
