using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using GenRL.Swarm.Cli.Demo;
using GenRL.Swarm.Cli.Demo.Flying;
using GenRL.Swarm.Cli.Demo.Preparing;
using GenRL.Swarm.Cli.Processes;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Messaging.Broker;
using GenRL.Swarm.Messaging.Mqtt;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.SystemTests.Running;

/// <summary>A fleet as the demo sets it up, of whose processes a test starts and kills those that it is about. At the end none may be left.</summary>
internal sealed class TestFleet : IAsyncDisposable
{
    private readonly TempFolder _temp;
    private readonly ProcessMark _mark;
    private readonly ProcessGroup _processes;
    private readonly MqttBus _bus;
    private readonly HeldLine _line;
    private readonly Fleet _fleet;
    private readonly Fleet _throughLine;

    private TestFleet(TempFolder temp, ProcessMark mark, Preparation run, BrokerProcess broker)
    {
        (_temp, _mark, Run, Broker) = (temp, mark, run, broker);
        _processes = new ProcessGroup(run.Folder.Texts, echo: null, TimeProvider.System);
        _processes.Guard(broker.ProcessId!.Value);
        _bus = new MqttBus(new MqttBusOptions { Port = broker.Port, ClientId = "test", Tls = run.Trust.Bus(FleetAcl.Control) }, TimeProvider.System);
        _line = new HeldLine(run.RobotPort);
        _fleet = new Fleet(run, _processes, broker.Port);
        _throughLine = new Fleet(run with { RobotPort = _line.Port }, _processes, broker.Port);
        Desk = new ControlDesk(_bus, run.Fleet);
        Station = new StationClient(run.PageUrl);
        Releases = TestReleases.Prepare(run.Folder.Station, temp["second"]);
    }

    /// <summary>Folders, ports, certificates.</summary>
    public Preparation Run { get; }

    /// <summary>The broker: it runs.</summary>
    public BrokerProcess Broker { get; }

    /// <summary>What the world and the robots say.</summary>
    public ControlDesk Desk { get; }

    /// <summary>What the station says.</summary>
    public StationClient Station { get; }

    /// <summary>Two releases that the station has passed and signed; the first is flown.</summary>
    public TestReleases Releases { get; }

    /// <summary>The line between robots and the station's API for them.</summary>
    public HeldLine Line => _line;

    /// <summary>Sets a fleet up and starts its broker.</summary>
    public static async Task<TestFleet> CreateAsync(int robots)
    {
        var temp = new TempFolder();
        var mark = new ProcessMark();
        var options = new DemoOptions { Robots = robots, Pretrained = Shipped.Pretrained, Runs = temp["runs"], LogSeconds = 3 };
        var run = Preparation.Make(options, TimeProvider.System);
        var broker = await BrokerProcess.StartAsync(
            new BrokerOptions { Folder = run.Folder.Broker, Tls = run.Trust.Broker, AclFile = run.Trust.AclFile }, TestContext.Current.CancellationToken);
        return new TestFleet(temp, mark, run, broker);
    }

    /// <summary>A file or folder of the test's own.</summary>
    public string this[string name] => _temp[name];

    /// <summary>Starts the station, which tells robots to fetch releases through the line, and waits until it answers.</summary>
    public async Task<ChildProcess> StartStationAsync()
    {
        var station = _fleet.StartStation($"--Station:PublicUrl=https://127.0.0.1:{_line.Port}/");
        await Patience.UntilAsync("the station", Station.IsReadyAsync);
        return station;
    }

    /// <summary>Starts the world and sends its robots on missions without end.</summary>
    public async Task StartWorldAsync()
    {
        _fleet.StartWorld();
        await Patience.UntilAsync("the world", () => Desk.World is not null);
        Desk.Order(new Sim.Orders.RunOrder { Run = "test", Missions = 1000, StagingSeconds = 0, MissionSeconds = 4, Scenarios = ["random-goals"] });
    }

    /// <summary>Starts a robot, whose way to the station is the line, and waits until it tells how it is.</summary>
    public async Task<ChildProcess> StartRobotAsync(int robot)
    {
        var began = Now;
        var process = _throughLine.StartRobot(robot, Releases.FirstFolder);
        await Patience.UntilAsync($"r{robot}", () => Heard(robot, began) is not null);
        return process;
    }

    /// <summary>Has the station roll the second release out, r0 first.</summary>
    public async Task BeginRolloutAsync()
    {
        using var http = new HttpClient();
        using var answer = await http.PostAsJsonAsync($"{Run.PageUrl}/rollouts", new { release = Releases.Second.Hex, canary = 0 }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    /// <summary>The time on the fleet's clock.</summary>
    public static Stamp Now => new((TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick);

    /// <summary>A robot's latest status, when it was told after <paramref name="since"/>.</summary>
    public RobotStatus? Heard(int robot, Stamp since) =>
        Desk.Robots.GetValueOrDefault(robot) is { } status && status.StampNanoseconds > since.Nanoseconds ? status : null;

    /// <summary>Ends the broker as a crash would.</summary>
    public async Task KillBrokerAsync()
    {
        _processes.Release(Broker.ProcessId!.Value);
        await Broker.KillAsync();
    }

    /// <summary>Starts the broker again, on the same port, with nothing remembered.</summary>
    public async Task RestartBrokerAsync()
    {
        await Broker.RestartAsync(TestContext.Current.CancellationToken);
        _processes.Guard(Broker.ProcessId!.Value);
    }

    /// <summary>Ends a process as a crash would: without a word.</summary>
    public async Task KillAsync(ChildProcess child)
    {
        using var process = Process.GetProcessById(child.Id);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await _processes.StopAsync(child);
    }

    /// <summary>Asks a process to end.</summary>
    public Task StopAsync(ChildProcess child) => _processes.StopAsync(child);

    /// <summary>What a process has said.</summary>
    public string Said(string name) => File.ReadAllText(Path.Combine(Run.Folder.Texts, name + ".log"));

    /// <summary>What is in a robot's logs, those that it still has and those that have arrived.</summary>
    public FlightLogs LogsOf(int robot) => FlightLogs.Read(Path.Combine(Run.Folder.RobotLogs, $"r{robot}"), Path.Combine(Run.Folder.StationLogs, $"r{robot}"));

    public async ValueTask DisposeAsync()
    {
        await _line.DisposeAsync();
        Station.Dispose();
        await _bus.DisposeAsync();
        _processes.Release(Broker.ProcessId ?? 0);
        await _processes.DisposeAsync();
        await Broker.DisposeAsync();
        var left = _mark.Running();
        _mark.Dispose();
        _temp.Dispose();
        Assert.Empty(left);
    }
}
