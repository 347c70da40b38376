using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;

namespace GenRL.Swarm.Onboard.Hardware.Bus;

/// <summary>The robot's wheels over the bus. One thread; allocates nothing.</summary>
public sealed class CommandSink
{
    private readonly ISwarmBus _bus;
    private readonly BusTopic _topic;

    /// <summary>Prepares the robot's command topic.</summary>
    public CommandSink(ISwarmBus bus, RobotAddress address)
    {
        ArgumentNullException.ThrowIfNull(bus);
        _bus = bus;
        _topic = bus.Topic(Topics.Robot(address.Fleet, address.Robot, Topics.Command));
    }

    /// <summary>Sends a command; false when it was dropped.</summary>
    public bool Send(in CommandFrame command)
    {
        Span<byte> bytes = stackalloc byte[CommandCodec.Length];
        CommandCodec.Write(command, bytes);
        return _bus.Publish(_topic, bytes, BusDelivery.BestEffort);
    }

    /// <summary>Sends the command to stand still, in answer to nothing.</summary>
    public bool Brake(Stamp now) => Send(new CommandFrame(new StepNumber(0), now, Vector2.Zero, ShieldReason.NoPlan));
}
