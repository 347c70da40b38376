using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Registry.Rollouts;
using GenRL.Swarm.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace GenRL.Swarm.GroundStation.Tests;

/// <summary>A real station on a free loopback port, with a bus in the process, a folder of its own, and an evaluator that says what it is told.</summary>
internal sealed class Station : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _temp = new();
    private WebApplication? _app;

    public InProcessBus Bus { get; private set; } = new();

    public HttpClient Http { get; private set; } = new();

    public Func<GateRequest, GateEvidence> Evaluate { get; set; } = _ => new GateEvidence(Evidence(2.0), Evidence(1.5));

    public string Folder => _temp["data"];

    public StationOptions Options { get; private set; } = new();

    public string this[string name] => _temp[name];

    public T Get<T>()
        where T : notnull => _app!.Services.GetRequiredService<T>();

    public static async Task<Station> StartAsync(
        LearningOptions? learning = null, MutualTlsOptions? tls = null, bool withFirst = true, long maxLogBytes = 1L << 20)
    {
        var station = new Station();
        station.Options = new StationOptions
        {
            DataFolder = station.Folder, Port = 0, MaxLogBytes = maxLogBytes, Learning = learning, Tls = tls,
            FirstBundle = withFirst ? station.Bundle("first", 1) : null,
            Rollout = new RolloutOptions { Hold = TimeSpan.FromMilliseconds(1), GoodTicks = 5, Timeout = TimeSpan.FromSeconds(30) },
        };
        await station.RunAsync();
        return station;
    }

    /// <summary>Ends the station and starts another one in the same folder: what a restart after a kill finds is on the disk alone.</summary>
    public async Task RestartAsync(Action? meanwhile = null)
    {
        await StopAsync();
        meanwhile?.Invoke();
        await RunAsync();
    }

    /// <summary>Writes an unsigned bundle; the number makes it different from others.</summary>
    public string Bundle(string name, byte number, ReleaseId? parent = null, params string[] logs)
    {
        var folder = Directory.CreateDirectory(_temp[name]).FullName;
        byte[] graph = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * number))];
        File.WriteAllBytes(Path.Combine(folder, "world.onnx"), graph);
        var manifest = new BundleManifest(
            1, "2026-01-31T12:00:00Z", "steel hall", [BundleFile.Of("world.onnx", graph)],
            new BundleLineage(parent?.Hex, logs, [7], "0.1.0", "test"), new Dictionary<string, double> { ["number"] = number });
        File.WriteAllBytes(Path.Combine(folder, BundleLayout.Manifest), manifest.ToBytes());
        return folder;
    }

    public static BundleEvidence Evidence(double tickMilliseconds) => new(
        new ReleaseId(new string('a', 64)), new FlightEvidence(200, 190, 0, 0.1, 6), new FlightEvidence(200, 200, 0, 0, 5),
        new Dictionary<string, double> { ["ego_2.0s"] = 0.5 }, tickMilliseconds);

    public static RobotStatus Status(int robot, ReleaseId release, long goodTicks = 0) => new(
        robot, 0, robot, 1f, 0f, 0.2f, 0f, 0.2f, new RobotGoal(1, 2f, 2f), [0f, 0f, 1f, 1f], [], release.Hex, 0,
        new ShieldActivity(ShieldReason.None, 0), new TickHealth(goodTicks, goodTicks, 0, 1f, 2f), false);

    public void Say(RobotStatus status) => Send(new RobotId((ushort)status.Robot), Topics.Status, FleetMessages.Write(status));

    public void Say(ReleaseReport report) => Send(new RobotId((ushort)report.Robot), Topics.ReleaseReport, FleetMessages.Write(report));

    public void Send(RobotId robot, string kind, byte[] payload) =>
        Bus.Publish(Bus.Topic(Topics.Robot(Options.Fleet, robot, kind)), payload, BusDelivery.AtLeastOnce);

    /// <summary>Polls until it is so.</summary>
    public static async Task Until(Func<bool> so, Action? meanwhile = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!so())
        {
            meanwhile?.Invoke();
            await Task.Delay(10, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _temp.Dispose();
    }

    private async Task RunAsync()
    {
        Bus = new InProcessBus();
        _app = StationHost.Build(Options, Bus, new Evaluator(this), TimeProvider.System, "--Logging:LogLevel:Default=Warning");
        await _app.StartAsync();
        var address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(a => a.StartsWith("http:", StringComparison.Ordinal));
        Http = new HttpClient { BaseAddress = new Uri(address) };
    }

    private async Task StopAsync()
    {
        Http.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        await Bus.DisposeAsync();
    }

    private sealed class Evaluator(Station station) : IEvaluator
    {
        public Task<GateEvidence> EvaluateAsync(GateRequest request, IProgress<double> progress, CancellationToken cancellationToken)
        {
            progress.Report(0.5);
            return Task.FromResult(station.Evaluate(request));
        }
    }
}
