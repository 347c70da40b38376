using System.Diagnostics;
using System.Net;
using GenRL.Swarm.Messaging.Broker;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.GroundStation.Tests;

/// <summary>The station as a process of its own.</summary>
public sealed class StationProgramTests : IDisposable
{
    private readonly TempFolder _temp = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task WithABroker_ItServesItsPageAndEndsCleanlyOnSigterm()
    {
        await using var broker = await BrokerProcess.StartAsync(new BrokerOptions { Folder = _temp["broker"] }, Cancellation);
        await File.WriteAllTextAsync(_temp["station.json"], $$"""{ "Station": { "DataFolder": "{{_temp["data"]}}" } }""", Cancellation);
        using var station = Start("--config", _temp["station.json"], "--Station:Port=0", $"--Station:Broker:Port={broker.Port}");
        try
        {
            string? line;
            while ((line = await station.StandardOutput.ReadLineAsync(Cancellation)) is not null && !line.StartsWith("swarm-groundstation: ", StringComparison.Ordinal))
            {
            }

            using var http = new HttpClient();
            using var page = await http.GetAsync(new Uri(line!["swarm-groundstation: ".Length..]), Cancellation);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);

            using var kill = Process.Start("kill", ["-TERM", $"{station.Id}"]);
            await station.StandardOutput.ReadToEndAsync(Cancellation);
            await station.WaitForExitAsync(Cancellation);
            Assert.Equal(0, station.ExitCode);
        }
        finally
        {
            station.Kill(entireProcessTree: true);
        }
    }

    [Theory]
    [InlineData("usage: ")]
    [InlineData("swarm-groundstation: /nowhere.json: ", "--config", "/nowhere.json")]
    public async Task WithBadArguments_ItEndsWithOneLineAndCode2(string said, params string[] arguments)
    {
        using var station = Start(arguments);

        var error = await station.StandardError.ReadToEndAsync(Cancellation);
        await station.WaitForExitAsync(Cancellation);

        Assert.Equal(2, station.ExitCode);
        Assert.StartsWith(said, error, StringComparison.Ordinal);
        Assert.Equal(error.Length - 1, error.IndexOf('\n', StringComparison.Ordinal));
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "swarm-groundstation"), arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
}
