using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Onboard.Process.Station;
using GenRL.Swarm.Onboard.Process.Uploads;
using GenRL.Swarm.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace GenRL.Swarm.Onboard.Process.Tests.Uploads;

public sealed class LogUploaderTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 300_000).Select(i => (byte)(i * 7))];

    [Fact]
    public async Task A_finished_log_arrives_whole_and_is_deleted()
    {
        using var folder = new TempFolder();
        await using var station = await StubStation.StartAsync();
        File.WriteAllBytes(folder["r0-000001.mcap"], Content);
        File.WriteAllBytes(folder["r0-000002.mcap.active"], [1]);
        await SendAsync(folder, station);
        Assert.Equal(Content, Assert.Single(station.Logs).Value);
        Assert.Equal([folder["r0-000002.mcap.active"]], Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task After_a_cut_only_the_rest_is_sent()
    {
        using var folder = new TempFolder();
        await using var station = await StubStation.StartAsync();
        station.CutAfter.Enqueue(100_000);
        station.CutAfter.Enqueue(1);
        File.WriteAllBytes(folder["r0-000001.mcap"], Content);
        await SendAsync(folder, station);
        Assert.Equal(Content, Assert.Single(station.Logs).Value);
        Assert.Equal([0, 100_000, 100_001], station.Offsets);
    }

    [Fact]
    public async Task A_station_that_comes_back_gets_the_log()
    {
        using var folder = new TempFolder();
        await using var station = await StubStation.StartAsync();
        station.CutAfter.Enqueue(50_000);
        File.WriteAllBytes(folder["r0-000001.mcap"], Content);
        await station.DisposeAsync();
        var sending = SendAsync(folder, station);
        await station.RestartAsync();
        await sending;
        Assert.Equal(Content, Assert.Single(station.Logs).Value);
    }

    [Fact]
    public async Task A_robot_that_comes_back_goes_on_where_it_was()
    {
        using var folder = new TempFolder();
        await using var station = await StubStation.StartAsync();
        station.CutAfter.Enqueue(50_000);
        File.WriteAllBytes(folder["r0-000001.mcap"], Content);
        using (var http = StationHttp.Connect(station.Address, null))
        {
            var client = new LogClient(http, new RobotId(0));
            await Assert.ThrowsAnyAsync<Exception>(() => client.SendAsync(folder["r0-000001.mcap"], TestContext.Current.CancellationToken));
        }

        await SendAsync(folder, station);
        Assert.Equal([0, 50_000], station.Offsets);
        Assert.Equal(Content, Assert.Single(station.Logs).Value);
    }

    [Fact]
    public async Task Two_logs_of_one_name_are_two_logs()
    {
        using var folder = new TempFolder();
        await using var station = await StubStation.StartAsync();
        foreach (var content in new[] { Content, Content[1..] })
        {
            File.WriteAllBytes(folder["r0-000001.mcap"], content);
            await SendAsync(folder, station);
        }

        Assert.Equal(2, station.Logs.Count);
    }

    [Fact]
    public async Task A_log_that_is_refused_for_good_makes_way_for_the_next()
    {
        using var folder = new TempFolder();
        await using var station = await StubStation.StartAsync();
        station.RefuseLogs = true;
        File.WriteAllBytes(folder["r0-000001.mcap"], Content);
        await SendAsync(folder, station);
        Assert.True(File.Exists(folder["refused/r0-000001.mcap"]));
        Assert.Empty(station.Logs);
    }

    private static async Task SendAsync(TempFolder folder, StubStation station)
    {
        using var http = StationHttp.Connect(station.Address, null);
        var uploader = new LogUploader(folder.Path, new LogClient(http, new RobotId(0)), TimeProvider.System, NullLogger<LogUploader>.Instance);
        await uploader.SendFinishedAsync(TestContext.Current.CancellationToken);
    }
}
