using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;

namespace GenRL.Swarm.Onboard.Hardware.Bus;

/// <summary>What the robot says on the bus: intentions, HELLO, status, reports. Thread-safe as the bus is.</summary>
public sealed class RobotVoice
{
    private readonly ISwarmBus _bus;
    private readonly BusTopic _intention;
    private readonly BusTopic _hello;
    private readonly BusTopic _status;
    private readonly BusTopic _report;

    /// <summary>Prepares the robot's topics.</summary>
    public RobotVoice(ISwarmBus bus, RobotAddress address)
    {
        ArgumentNullException.ThrowIfNull(bus);
        _bus = bus;
        _intention = Topic(Topics.Intention);
        _hello = Topic(Topics.Hello);
        _status = Topic(Topics.Status);
        _report = Topic(Topics.ReleaseReport);

        BusTopic Topic(string kind) => bus.Topic(Topics.Robot(address.Fleet, address.Robot, kind));
    }

    /// <summary>Tells the neighbours; false when the frame was dropped. Allocates nothing.</summary>
    public bool Tell(FrameBytes frame) => _bus.Publish(_intention, frame, BusDelivery.BestEffort);

    /// <summary>Says who it is.</summary>
    public bool Say(in HelloFrame hello)
    {
        Span<byte> bytes = stackalloc byte[HelloCodec.Length];
        HelloCodec.Write(hello, bytes);
        return _bus.Publish(_hello, bytes, BusDelivery.BestEffort);
    }

    /// <summary>Tells the ground station how it is.</summary>
    public bool Say(RobotStatus status) => _bus.Publish(_status, FleetMessages.Write(status), BusDelivery.BestEffort);

    /// <summary>Tells the ground station what became of a release.</summary>
    public bool Say(ReleaseReport report) => _bus.Publish(_report, FleetMessages.Write(report), BusDelivery.AtLeastOnce);
}
