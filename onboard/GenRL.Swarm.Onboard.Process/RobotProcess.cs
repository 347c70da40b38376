using GenRL.Swarm.Messaging;
using GenRL.Swarm.Onboard.Hardware;
using GenRL.Swarm.Onboard.Health;
using GenRL.Swarm.Onboard.HotSwap;
using GenRL.Swarm.Onboard.Process.Control;
using GenRL.Swarm.Onboard.Process.Driving;
using GenRL.Swarm.Onboard.Process.Releases;
using GenRL.Swarm.Onboard.Process.Settings;
using GenRL.Swarm.Onboard.Process.Station;
using GenRL.Swarm.Onboard.Process.Uploads;
using GenRL.Swarm.TickLog.Writing;
using GenRL.Swarm.Trust.Bundles;
using GenRL.Swarm.Trust.Signing;
using Microsoft.Extensions.Logging;

namespace GenRL.Swarm.Onboard.Process;

/// <summary>
/// One robot, put together: the control thread flies, and beside it run status, uploads, releases. Each of these may fail or lack its network without the
/// control thread noticing.
/// </summary>
internal sealed class RobotProcess : IAsyncDisposable
{
    private static readonly TimeSpan LastUpload = TimeSpan.FromSeconds(3);

    private readonly ILogger<RobotProcess> _log;
    private readonly HttpClient _http;
    private readonly TickLogWriter _writer;
    private readonly ControlLoop _loop;
    private readonly DriverAccount _account = new();
    private readonly RobotPorts _ports;
    private readonly StatusTeller _status;
    private readonly LogUploader _uploader;
    private readonly ReleaseDesk _desk;
    private readonly ReleaseReports _reports;
    private readonly SwarmAgent _agent;
    private readonly RobotSettings _settings;

    private RobotProcess(
        OnboardArguments arguments, RobotSettings settings, ISwarmBus bus, TimeProvider time, ILoggerFactory logs)
    {
        _settings = settings;
        _log = logs.CreateLogger<RobotProcess>();
        var verifier = new ReleaseVerifier(TrustedKey.Load(arguments.TrustedKey));
        var store = new BundleStore(arguments.Store, verifier);
        var adopted = new AdoptedRelease(arguments.Store);
        var loader = new ReleaseLoader(settings.Models, settings.Agent);
        var bundle = new FirstRelease(store, verifier, adopted, loader, logs.CreateLogger<FirstRelease>()).Load(arguments.Release);

        var clock = new FleetClock(time);
        _ports = new RobotPorts(bus, settings.Address, clock);
        _agent = new SwarmAgent(settings.Agent, bundle);
        var releases = new ReleaseSwitch(_agent, new HealthMonitor(settings.Health));

        Directory.CreateDirectory(settings.LogFolder);
        TickLogFolder.Adopt(settings.LogFolder, arguments.Robot);
        _writer = TickLogWriter.ToFolder(settings.LogFolder, RunHeaders.Make(arguments, settings, bundle.Id), settings.TickLog, time);
        var flight = new FlightLog(_writer);
        _loop = new ControlLoop(
            _ports, _agent, releases, flight, _account, new HelloTeller(arguments.Robot, settings.Body, _ports.Voice));
        _status = new StatusTeller(_loop.Snapshots, new StatusBuilder(arguments.Robot, settings.Body, _account), _ports.Voice, time);

        _http = StationHttp.Connect(settings.Station, arguments.Tls);
        _uploader = new LogUploader(settings.LogFolder, new LogClient(_http, arguments.Robot), time, logs.CreateLogger<LogUploader>());
        _reports = new ReleaseReports(arguments.Robot, _ports.Voice, flight, clock, adopted, logs.CreateLogger<ReleaseReports>());
        _reports.Begin(bundle.Id);
        _desk = new ReleaseDesk(
            new OfferInbox(bus, settings.Address, logs.CreateLogger<OfferInbox>()), new ReleaseFetcher(new ReleaseClient(_http), store, verifier),
            loader, releases, _reports, time);
        OnboardMeter.Observe(_account, _ports, _agent);
    }

    /// <summary>Puts the robot together and loads what it flies.</summary>
    /// <exception cref="ReleaseRefusedException">There is nothing that may be flown.</exception>
    /// <exception cref="IOException">A folder or file cannot be used.</exception>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A key or certificate is not usable.</exception>
    public static RobotProcess Make(OnboardArguments arguments, RobotSettings settings, ISwarmBus bus, TimeProvider time, ILoggerFactory logs) =>
        new(arguments, settings, bus, time, logs);

    /// <summary>Flies until <paramref name="stop"/>, then stands still, finishes the log and tries to send it.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var flying = new ControlThread(new PeriodicDriver(new MonotonicClock(), _loop, _account)).StartAsync(stop);
        Task[] beside =
        [
            Guard("status", _status.RunAsync(stop)), Guard("uploads", _uploader.RunAsync(stop)), Guard("releases", _desk.RunAsync(stop)),
            Guard("reports", _reports.RunAsync(_loop.Changes, stop)), Guard("faults", TellFaultsAsync(stop)),
        ];
        _log.Ready(_settings.Address.Robot.ToString(), _agent.Bundle.Id.Short);
        await flying;
        _ports.Commands.Brake(_ports.Clock.Now);
        await Task.WhenAll(beside);
        Finish();
        await SendLastAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writer.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Finish()
    {
        _writer.Dispose();
        if (_writer.Failure is { } failure)
        {
            _log.LogStopped(failure);
        }

        static string Line(string name, LogHistogram h) =>
            $"{name} {h.Percentile(0.5) / 1000}/{h.Percentile(0.99) / 1000}/{h.Percentile(0.999) / 1000}/{h.Max / 1000}";
        _log.Stopped(
            _account.Steps, _account.MissedSteps, _account.Ticks, _account.MissedTicks,
            $"{Line("step", _account.StepLatency)} {Line("tick", _account.TickDuration)} {Line("wake", _account.Lateness)} us (p50/p99/p99.9/max)");
    }

    private async Task SendLastAsync()
    {
        using var limit = new CancellationTokenSource(LastUpload);
        await Guard("uploads", _uploader.SendFinishedAsync(limit.Token));
    }

    private async Task TellFaultsAsync(CancellationToken stop)
    {
        // One a second at most: a fault at every step must not fill the disk.
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        await foreach (var error in _loop.Faults.ReadAllAsync(stop))
        {
            _log.ControlFailed(error);
            await timer.WaitForNextTickAsync(stop);
        }
    }

    /// <summary>What runs beside the control thread never brings it down.</summary>
    private async Task Guard(string name, Task task)
    {
        try
        {
            await task;
        }
        catch (OperationCanceledException)
        {
            // The process stops.
        }
        catch (Exception error)
        {
            _log.TaskStopped(name, error);
        }
    }
}
