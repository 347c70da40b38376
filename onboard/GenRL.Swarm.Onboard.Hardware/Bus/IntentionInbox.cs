using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Onboard.Hardware.HandOver;
using GenRL.Swarm.Onboard.Health;

namespace GenRL.Swarm.Onboard.Hardware.Bus;

/// <summary>
/// The neighbours' intention frames over the bus: stamped, joined with their sender's HELLO and queued on the bus's thread, handed to the agent on the
/// control thread. Counts here what the agent cannot see: a wrong length, a sender other than the topic's, a full queue. The agent counts the rest.
/// </summary>
public sealed class IntentionInbox
{
    private const int Capacity = 256;

    private readonly BoundedRing<HeardFrame> _queue = new(Capacity);
    private readonly RobotId _self;
    private readonly FleetClock _clock;
    private readonly HelloInbox _hellos;

    /// <summary>Subscribes to the intentions of the whole fleet.</summary>
    public IntentionInbox(ISwarmBus bus, RobotAddress address, FleetClock clock, HelloInbox hellos)
    {
        ArgumentNullException.ThrowIfNull(bus);
        _self = address.Robot;
        _clock = clock;
        _hellos = hellos;
        bus.Subscribe(Topics.AllRobots(address.Fleet, Topics.Intention), BusDelivery.BestEffort, Receive);
    }

    /// <summary>Frames refused here, by reason.</summary>
    public FrameCounters Frames { get; } = new();

    /// <summary>Control thread: hands over what has arrived, oldest first. Allocates nothing.</summary>
    public void DrainTo(SwarmAgent agent)
    {
        ArgumentNullException.ThrowIfNull(agent);
        while (_queue.TryTake(out var frame))
        {
            agent.Hear(frame);
        }
    }

    private void Receive(string topic, ReadOnlySpan<byte> payload)
    {
        if (!NeighbourTopic.TryRead(topic, _self, Frames, out var sender))
        {
            return;
        }

        var error = IntentionCodec.TryRead(payload, out var frame);
        if (payload.Length != IntentionCodec.Length || (error == FrameError.None && frame.Sender != sender))
        {
            Frames.Count(payload.Length != IntentionCodec.Length ? FrameError.WrongLength : FrameError.WrongSender);
            return;
        }

        var bytes = default(FrameBytes);
        payload.CopyTo(bytes);
        if (!_queue.TryAdd(new HeardFrame(_clock.Now, bytes, _hellos.Of(sender))))
        {
            Frames.Count(FrameError.TooMany);
        }
    }
}
