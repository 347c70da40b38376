using System.Collections.Concurrent;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Health;
using GenRL.Swarm.Onboard.Process.Releases;
using GenRL.Swarm.Onboard.Process.Station;
using GenRL.Swarm.Onboard.Process.Tests.Control;
using GenRL.Swarm.Onboard.Process.Tests.Flights;
using GenRL.Swarm.Onboard.Process.Tests.Uploads;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TestKit.Bundles;
using GenRL.Swarm.Trust.Bundles;
using GenRL.Swarm.Trust.Signing;
using Microsoft.Extensions.Logging.Abstractions;

namespace GenRL.Swarm.Onboard.Process.Tests.Releases;

/// <summary>A robot with everything that brings releases to it, a station that offers them, and the reports that come back.</summary>
internal sealed class ReleaseRig : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TempFolder _folder;
    private readonly HttpClient _http;
    private readonly Task _desk;
    private readonly Task _reports;
    private int _bundles;

    private ReleaseRig(TempFolder folder, StubStation station, HealthOptions? health)
    {
        _folder = folder;
        Station = station;
        Signer = ReleaseSigner.OpenOrCreate(folder["signing.pem"]);
        var verifier = new ReleaseVerifier(Signer.PublicKey);
        Store = new BundleStore(folder["store"], verifier);
        Adopted = new AdoptedRelease(folder["store"]);
        Robot = new RobotRig(folder, health);
        Robot.Bus.Subscribe(Topics.AllRobots("test", Topics.ReleaseReport), BusDelivery.AtLeastOnce, (_, bytes) =>
        {
            Assert.Equal(FleetMessageError.None, FleetMessages.Read(bytes, out ReleaseReport? report));
            Reports.Enqueue(report!);
        });
        _http = StationHttp.Connect(station.Address, null);
        var reports = new ReleaseReports(
            RobotRig.Address.Robot, Robot.Ports.Voice, Robot.Flight, Robot.Clock, Adopted, NullLogger<ReleaseReports>.Instance);
        reports.Begin(Robot.First.Id);
        var desk = new ReleaseDesk(
            new OfferInbox(Robot.Bus, RobotRig.Address, NullLogger<OfferInbox>.Instance),
            new ReleaseFetcher(new ReleaseClient(_http), Store, verifier), new ReleaseLoader(ModelBundleOptions.Default, RobotRig.Body), Robot.Releases, reports,
            TimeProvider.System)
        {
            FirstDelay = TimeSpan.FromMilliseconds(1),
        };
        _desk = desk.RunAsync(_stop.Token);
        _reports = reports.RunAsync(Robot.Loop.Changes, _stop.Token);
    }

    public RobotRig Robot { get; }

    public StubStation Station { get; }

    public ReleaseSigner Signer { get; }

    public BundleStore Store { get; }

    public AdoptedRelease Adopted { get; }

    public ConcurrentQueue<ReleaseReport> Reports { get; } = new();

    public static async Task<ReleaseRig> StartAsync(TempFolder folder, HealthOptions? health = null) =>
        new(folder, await StubStation.StartAsync(), health);

    /// <summary>Puts a release on the station and offers it.</summary>
    public ReleaseId Offer(IReadOnlyDictionary<string, byte[]> files, ReleaseSigner? signer = null, Action<ReleaseId>? tamper = null)
    {
        var folder = _folder[$"offered-{_bundles++}"];
        RandomBundle.Write(folder, files, signer ?? Signer);
        var manifest = File.ReadAllBytes(Path.Combine(folder, BundleLayout.Manifest));
        var release = ReleaseId.Of(manifest);
        Station.Files[$"releases/{release}/manifest"] = manifest;
        Station.Files[$"releases/{release}/signature"] = File.ReadAllBytes(Path.Combine(folder, BundleLayout.Signature));
        foreach (var (name, content) in files)
        {
            Station.Files[$"artefacts/{BundleFile.Of(name, content).Sha256}"] = content;
        }

        tamper?.Invoke(release);
        Publish(release);
        return release;
    }

    public void Publish(ReleaseId release) => Robot.Bus.Publish(
        Robot.Bus.Topic(Topics.Robot("test", RobotRig.Address.Robot, Topics.ReleaseOffer)),
        FleetMessages.Write(new ReleaseOffer(release.Hex, Station.Address.ToString(), 0)), BusDelivery.Latched);

    /// <summary>Flies until the robot reports <paramref name="state"/>.</summary>
    public async Task<ReleaseReport> FlyUntilAsync(ReleaseReportState state)
    {
        await Eventually.HoldsAsync(
            () =>
            {
                Robot.Tick();
                return Reports.Any(r => r.State == state);
            },
            () => $"no {state}: {string.Join("; ", Reports)}");
        return Reports.First(r => r.State == state);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _desk);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _reports);
        _http.Dispose();
        Signer.Dispose();
        await Station.DisposeAsync();
        await Robot.DisposeAsync();
        _stop.Dispose();
    }
}
