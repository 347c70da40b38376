using GenRL.Swarm.Cli.Demo.Flying;
using GenRL.Swarm.Cli.Demo.Preparing;
using GenRL.Swarm.Cli.Demo.Reporting;
using GenRL.Swarm.Cli.Demo.Watching;
using GenRL.Swarm.Cli.Processes;
using GenRL.Swarm.Messaging.Broker;
using GenRL.Swarm.Messaging.Mqtt;

namespace GenRL.Swarm.Cli.Demo;

/// <summary>
/// The whole loop on one machine, with every part real:
/// <code>
/// prepare -> broker -> station -> world -> robots -> A: fly, upload -> B: learn, gate, roll out -> C: fly again -> report -> stop all
/// </code>
/// </summary>
internal sealed class DemoRun(DemoOptions options, IDemoScreen screen, TimeProvider time)
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LogPatience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan FailurePatience = TimeSpan.FromMilliseconds(500);

    private readonly PhaseClock _clock = new(time);

    /// <summary>Runs it. The exit code is 0 when the loop closed, 1 when it did not.</summary>
    /// <exception cref="DemoException">It could not be run to its end.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var run = Preparation.Make(options, time);
        await using var processes = new ProcessGroup(run.Folder.Texts, options.Verbose ? Console.Error : null, time);
        await using var broker = await BrokerProcess.StartAsync(
            new BrokerOptions { Folder = run.Folder.Broker, Tls = run.Trust.Broker, AclFile = run.Trust.AclFile }, cancellationToken);
        var brokerId = broker.ProcessId!.Value;
        processes.Guard(brokerId);
        try
        {
            using var failing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _ = processes.Failed.ContinueWith(_ => failing.Cancel(), TaskScheduler.Default);
            return await TellAsync(run, processes, broker.Port, failing.Token);
        }
        catch (Exception error) when (
            error is (OperationCanceledException or HttpRequestException or DemoException) && !cancellationToken.IsCancellationRequested)
        {
            // A process that ended explains whatever its end led to.
            await Task.WhenAny(processes.Failed, Task.Delay(FailurePatience, time, CancellationToken.None));
            if (processes.Failed.IsCompletedSuccessfully)
            {
                throw new DemoException(await processes.Failed);
            }

            throw;
        }
        finally
        {
            processes.Release(brokerId);
        }
    }

    private async Task<int> TellAsync(Preparation run, ProcessGroup processes, int brokerPort, CancellationToken cancellationToken)
    {
        await using var bus = new MqttBus(
            new MqttBusOptions { Port = brokerPort, ClientId = "swarm-demo", Tls = run.Trust.Bus(FleetAcl.Control) }, time);
        using var station = new StationClient(run.PageUrl);
        var desk = new ControlDesk(bus, run.Fleet);
        var logs = new ArrivedLogs(station, run.Folder);
        var missions = new Missions(options);
        var flight = new PhaseFlight(desk, screen);

        var everybody = await StartAsync(run, processes, brokerPort, station, desk, cancellationToken);
        screen.Say($"the live page: {run.PageUrl}");
        _clock.End("start");

        var a = await flight.FlyAsync(missions.A, cancellationToken);
        await WaitForLogsAsync("A", a, logs, cancellationToken);
        _clock.End("A");

        var learned = await new LearningPhase(desk, station, missions, screen).RunAsync(cancellationToken);
        GateText.Lines(learned.Gate).ForEach(screen.Say);
        _clock.End("B");

        var c = learned.Succeeded ? await flight.FlyAsync(missions.C, cancellationToken) : null;
        if (c is not null)
        {
            await WaitForLogsAsync("C", c, logs, cancellationToken);
        }

        _clock.End("C");
        var report = await new ReportBuilder(run, desk, station, logs).BuildAsync(a, learned, c, cancellationToken);
        desk.Show("", "the demo has ended", 1);
        await StopAsync(processes, everybody);
        _clock.End("report");
        return ReportWriter.Write(report with { Durations = _clock.Phases }, run, screen);
    }

    private async Task<Processes> StartAsync(
        Preparation run, ProcessGroup processes, int brokerPort, StationClient station, ControlDesk desk, CancellationToken cancellationToken)
    {
        var fleet = new Fleet(run, processes, brokerPort);
        screen.Progress("start", "ground station", 0.1);
        var stationProcess = fleet.StartStation();
        var world = fleet.StartWorld();
        await Until.TrueAsync("the ground station", StartPatience, station.IsReadyAsync, cancellationToken);
        screen.Progress("start", "world", 0.4);
        await Until.TrueAsync("the world", StartPatience, () => desk.World is not null, cancellationToken);
        screen.Progress("start", "robots", 0.6);
        var release = (await station.ReleasesAsync(cancellationToken))[0].Release;
        var folder = Path.Combine(run.Folder.Station, "store", "releases", release.Hex);
        ChildProcess[] robots = [.. Enumerable.Range(0, options.Robots).Select(robot => fleet.StartRobot(robot, folder))];
        await Until.TrueAsync("all robots", StartPatience, () => desk.Robots.Count == options.Robots, cancellationToken);
        return new Processes(robots, world, stationProcess);
    }

    private async Task WaitForLogsAsync(string phase, FlownPhase flown, ArrivedLogs logs, CancellationToken cancellationToken)
    {
        screen.Progress(phase, "the logs go up", 1);
        await Until.TrueAsync(
            $"the logs of phase {phase}", LogPatience, token => logs.ReachAsync(flown.Ended, options.Robots, token), cancellationToken);
    }

    private static async Task StopAsync(ProcessGroup processes, Processes all)
    {
        await processes.StopAsync(all.Robots);
        await processes.StopAsync(all.World);
        await processes.StopAsync(all.Station);
    }

    private sealed record Processes(IReadOnlyList<ChildProcess> Robots, ChildProcess World, ChildProcess Station);
}
