using GenRL.Swarm.TickLog.Reading;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.TickLog.Tests.Writing;

public sealed class KillTests
{
    [Fact]
    public async Task Kill_WhileAppending_LosesTheOpenChunkAtMost()
    {
        using var folder = new TempFolder();
        var active = folder.File("r3-000001.mcap.active");
        using var child = KilledChild.Start(folder.Path);
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!File.Exists(active) || new FileInfo(active).Length < 100_000)
        {
            Assert.False(child.HasExited, "the child ended by itself");
            await Task.Delay(5, timeout.Token);
        }

        child.Kill();
        await child.WaitForExitAsync(timeout.Token);

        using var reader = TickLogReader.Open(active);
        var read = LogText.Read(reader);
        Assert.False(reader.IsComplete);
        Assert.Equal(Samples.Header.Seed, reader.Header!.Seed);
        Assert.True(read.Count > 100);
        using var again = TickLogWriter.ToFile(folder.File("again.mcap"), Samples.Header, new TickLogOptions { Lockstep = true });
        var expected = LogMaker.Append(again, 0, read.Count);
        Assert.Equal(expected.Take(read.Count), read);
        Assert.Empty(TickLogFolder.Finished(folder.Path));
        Assert.Equal(1, TickLogFolder.Adopt(folder.Path, Samples.Header.Robot));
        Assert.Single(TickLogFolder.Finished(folder.Path));
    }
}
