using System.Collections.Concurrent;
using System.Text.Json;
using System.Threading.Channels;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Sim.Orders;

namespace GenRL.Swarm.Cli.Demo.Flying;

/// <summary>
/// Where the demo directs the world and watches the fleet: orders out; results, the world's state, robots' statuses and the phase in. Thread-safe.
/// </summary>
internal sealed class ControlDesk
{
    private readonly ISwarmBus _bus;
    private readonly BusTopic _control;
    private readonly BusTopic _phaseTopic;
    private readonly ConcurrentDictionary<int, RobotStatus> _robots = new();
    private readonly Channel<WorldResult> _results = Channel.CreateUnbounded<WorldResult>();
    private volatile WorldState? _world;
    private volatile StationPhase? _phase;

    /// <summary>Listens on <paramref name="bus"/>, which stays the caller's.</summary>
    public ControlDesk(ISwarmBus bus, string fleet)
    {
        _bus = bus;
        _control = bus.Topic(Topics.World(fleet, "control"));
        _phaseTopic = bus.Topic(Topics.Station(fleet, "phase"));
        bus.Subscribe(Topics.World(fleet, "result"), BusDelivery.AtLeastOnce, (_, payload) => Take(payload, OrderJson.ReadResult, r => _results.Writer.TryWrite(r)));
        bus.Subscribe(Topics.World(fleet, "state"), BusDelivery.BestEffort, (_, payload) => Take(payload, OrderJson.ReadState, s => _world = s));
        bus.Subscribe(Topics.AllRobots(fleet, Topics.Status), BusDelivery.BestEffort, OnStatus);
        bus.Subscribe(Topics.Station(fleet, "phase"), BusDelivery.Latched, OnPhase);
    }

    private delegate T? Read<T>(ReadOnlySpan<byte> payload);

    /// <summary>The world's latest state; null before the first.</summary>
    public WorldState? World => _world;

    /// <summary>What the run is busy with, as people are told.</summary>
    public StationPhase? Phase => _phase;

    /// <summary>The robots' latest statuses by number.</summary>
    public IReadOnlyDictionary<int, RobotStatus> Robots => _robots;

    /// <summary>The fleet's clock as the world last told it.</summary>
    public Stamp Now => new(_world?.StampNs ?? 0);

    /// <summary>Sends an order to the world.</summary>
    public void Order(RunOrder order) => _bus.Publish(_control, OrderJson.Write(order), BusDelivery.AtLeastOnce);

    /// <summary>Tells people what the run is busy with.</summary>
    public void Show(string phase, string detail, double progress) =>
        _bus.Publish(_phaseTopic, FleetMessages.Write(new StationPhase(phase, detail, Math.Clamp(progress, 0, 1))), BusDelivery.Latched);

    /// <summary>The next result of any run.</summary>
    public ValueTask<WorldResult> NextResultAsync(CancellationToken cancellationToken) => _results.Reader.ReadAsync(cancellationToken);

    private void OnStatus(string topic, ReadOnlySpan<byte> payload)
    {
        if (FleetMessages.Read(payload, out RobotStatus? status) == FleetMessageError.None && Topics.TryRobot(topic, out var robot) && robot.Value == status!.Robot)
        {
            _robots[status.Robot] = status;
        }
    }

    private void OnPhase(string topic, ReadOnlySpan<byte> payload)
    {
        if (FleetMessages.Read(payload, out StationPhase? phase) == FleetMessageError.None)
        {
            _phase = phase;
        }
    }

    private static void Take<T>(ReadOnlySpan<byte> payload, Read<T> read, Action<T> use)
        where T : class
    {
        try
        {
            if (read(payload) is { } message)
            {
                use(message);
            }
        }
        catch (JsonException)
        {
            // Not one of ours; the next one tells the same.
        }
    }
}
