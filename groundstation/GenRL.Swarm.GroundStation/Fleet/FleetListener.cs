using System.Threading.Channels;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Registry.Records;

namespace GenRL.Swarm.GroundStation.Fleet;

/// <summary>
/// Listens on the bus: statuses and the phase go to <see cref="FleetState"/>, release reports to whoever reads <see cref="Reports"/>. A message
/// that is malformed, or speaks for another robot than its topic, is counted and dropped. Once a second what changed is noted in the registry.
/// </summary>
public sealed class FleetListener : BackgroundService
{
    private const int ReportCapacity = 1024;

    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(1);

    private readonly ISwarmBus _bus;
    private readonly FleetState _fleet;
    private readonly Robots _robots;
    private readonly string _name;
    private readonly Channel<ReleaseReport> _reports = Channel.CreateBounded<ReleaseReport>(ReportCapacity);

    /// <summary>Made by the container.</summary>
    public FleetListener(ISwarmBus bus, FleetState fleet, Robots robots, StationOptions options)
    {
        _bus = bus;
        _fleet = fleet;
        _robots = robots;
        _name = options.Fleet;
    }

    /// <summary>What robots said of releases, in order; when nobody reads, further ones are counted and dropped.</summary>
    public ChannelReader<ReleaseReport> Reports => _reports.Reader;

    /// <inheritdoc/>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _bus.Subscribe(Topics.AllRobots(_name, Topics.Status), BusDelivery.BestEffort, OnStatus);
        _bus.Subscribe(Topics.AllRobots(_name, Topics.ReleaseReport), BusDelivery.AtLeastOnce, OnReport);
        _bus.Subscribe(Topics.Station(_name, "phase"), BusDelivery.Latched, OnPhase);
        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var saved = new Dictionary<int, DateTimeOffset>();
        using var timer = new PeriodicTimer(SaveEvery);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var robot in _fleet.Robots.Where(r => saved.GetValueOrDefault(r.Status.Robot) != r.Seen))
            {
                _robots.Save(robot.Status);
                saved[robot.Status.Robot] = robot.Seen;
            }
        }
    }

    private void OnStatus(string topic, ReadOnlySpan<byte> payload)
    {
        var error = FleetMessages.Read(payload, out RobotStatus? status);
        if (Accept(Topics.Status, topic, error, status?.Robot))
        {
            _fleet.Take(status!);
        }
    }

    private void OnReport(string topic, ReadOnlySpan<byte> payload)
    {
        var error = FleetMessages.Read(payload, out ReleaseReport? report);
        if (Accept(Topics.ReleaseReport, topic, error, report?.Robot) && !_reports.Writer.TryWrite(report!))
        {
            _fleet.Reject(Topics.ReleaseReport, "Overflow");
        }
    }

    private void OnPhase(string topic, ReadOnlySpan<byte> payload)
    {
        var error = FleetMessages.Read(payload, out StationPhase? phase);
        if (error == FleetMessageError.None)
        {
            _fleet.Take(phase!);
        }
        else
        {
            _fleet.Reject("phase", error.ToString());
        }
    }

    private bool Accept(string kind, string topic, FleetMessageError error, int? robot)
    {
        if (error != FleetMessageError.None)
        {
            _fleet.Reject(kind, error.ToString());
            return false;
        }

        if (!Topics.TryRobot(topic, out var sender) || sender.Value != robot)
        {
            _fleet.Reject(kind, "WrongSender");
            return false;
        }

        return true;
    }
}
