using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.GroundStation.Tests;

public sealed class StationSettingsTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Read_TheExample_HoldsEveryOptionAndTheDefaults()
    {
        string[] files = ["Tls:Certificate", "Tls:Key", "Tls:Authority", "Broker:Authority", "Broker:Certificate", "Broker:Key"];
        File.WriteAllText(_temp["file.pem"], string.Empty);
        string[] overrides = [.. files.Select(f => $"--Station:{f}={_temp["file.pem"]}"), $"--Station:FirstBundle={_temp.Path}"];

        var options = StationSettings.Read(Path.Combine(AppContext.BaseDirectory, "station.example.json"), overrides);

        Assert.Equal(_temp["file.pem"], options.Tls!.Authority);
        Assert.Equal(_temp["file.pem"], options.Broker.Key);
        Assert.Equal(["swarm-learning", "adapt"], options.Learning!.Command);
        Assert.Equal("https://station.example:8443/", options.PublicUrl);
        var (example, defaults) = (Flat(options), Flat(new StationOptions { Learning = new LearningOptions { Command = [] }, Tls = Plain() }));
        Assert.Equal(defaults, example);
    }

    [Theory]
    [InlineData("{", "station.json")]
    [InlineData("""{ "Station": { "Prot": 1 } }""", "Prot")]
    [InlineData("""{ "station": { "Broker": { "Hots": "a" } } }""", "Hots")]
    [InlineData("""{ "Satation": { } }""", "Satation")]
    [InlineData("""{ "Station": { "Port": "many" } }""", "Port")]
    [InlineData("""{ "Station": { "Port": 70000 } }""", "Port must lie")]
    [InlineData("""{ "Station": { "Broker": { "Port": 0 } } }""", "Broker:Port must lie")]
    [InlineData("""{ "Station": { "Fleet": "a/b" } }""", "Fleet must not hold")]
    [InlineData("""{ "Station": { "PublicUrl": "http://a" } }""", "PublicUrl")]
    [InlineData("""{ "Station": { "FirstBundle": "/nowhere" } }""", "FirstBundle")]
    [InlineData("""{ "Station": { "Learning": { "LogsPerCycle": 2 } } }""", "Learning:Command")]
    [InlineData("""{ "Station": { "Tls": { "Port": 0 } } }""", "Tls needs")]
    [InlineData("""{ "Station": { "Broker": { "Authority": "/nowhere" } } }""", "Broker:Authority")]
    public void Read_WhatMakesNoSense_IsNamedInOneLine(string text, string named)
    {
        File.WriteAllText(_temp["station.json"], text);

        var error = Assert.Throws<FormatException>(() => StationSettings.Read(_temp["station.json"], []));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    private static MutualTlsOptions Plain() => new() { Certificate = "", Key = "", Authority = "" };

    private static IReadOnlyList<object> Flat(StationOptions o) =>
    [
        o.Fleet, o.DataFolder, o.Port, o.MaxLogBytes, o.Tls!.Address, o.Tls.Port, o.Broker.Host, o.Broker.Port, o.Rollout.Hold, o.Rollout.GoodTicks,
        o.Rollout.Timeout, o.Learning!.Phase, o.Learning.LogsPerCycle, o.Learning.IdentifiedEpisodes, o.Learning.NominalEpisodes, o.Learning.GateSeed,
    ];
}
