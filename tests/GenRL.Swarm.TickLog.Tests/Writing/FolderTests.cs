using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog.Reading;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.TickLog.Tests.Writing;

public sealed class FolderTests
{
    [Fact]
    public void Append_LongerThanRollAge_GivesFilesCompleteInThemselves()
    {
        using var folder = new TempFolder();
        List<string> expected;
        using (var writer = TickLogWriter.ToFolder(folder.Path, Samples.Header, new TickLogOptions { Lockstep = true, RollAge = TimeSpan.FromSeconds(2) }))
        {
            expected = LogMaker.Append(writer, 0, 350);
        }

        var files = TickLogFolder.Finished(folder.Path);
        Assert.Equal(["r3-000001.mcap", "r3-000002.mcap", "r3-000003.mcap", "r3-000004.mcap"], files.Select(Path.GetFileName));
        var read = new List<string>();
        foreach (var file in files)
        {
            using var reader = TickLogReader.Open(file);
            Assert.Equal(Samples.Header.Configuration, reader.Header!.Configuration);
            read.AddRange(LogText.Read(reader));
            Assert.True(reader.IsComplete);
            Assert.Equal(0, reader.DamageCount);
        }

        Assert.Equal(expected, read);
    }

    [Fact]
    public void Roll_AfterSwapEvent_NamesTheNewRelease()
    {
        using var folder = new TempFolder();
        var release = new ReleaseId(new string('c', 64));
        using (var writer = TickLogWriter.ToFolder(folder.Path, Samples.Header, new TickLogOptions { Lockstep = true, RollAge = TimeSpan.FromSeconds(2) }))
        {
            LogMaker.Append(writer, 0, 50);
            writer.Append(new LogEvent(new Stamp(Samples.TimeOf(50)), new TickNumber(10), "swap", release, "gate passed"));
            LogMaker.Append(writer, 50, 100);
        }

        var headers = TickLogFolder.Finished(folder.Path).Select(path =>
        {
            using var reader = TickLogReader.Open(path);
            return reader.Header!.Release;
        });
        Assert.Equal([Samples.Header.Release, release], headers);
    }

    [Fact]
    public void ToFolder_WithEarlierLogs_GoesOnCounting()
    {
        using var folder = new TempFolder();
        TickLogWriter.ToFolder(folder.Path, Samples.Header).Dispose();
        TickLogWriter.ToFolder(folder.Path, Samples.Header).Dispose();

        Assert.Equal(["r3-000001.mcap", "r3-000002.mcap"], TickLogFolder.Finished(folder.Path).Select(Path.GetFileName));
    }
}
