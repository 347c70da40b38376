using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Onboard.Health;

namespace GenRL.Swarm.Onboard.Hardware.Bus;

/// <summary>
/// The neighbours' HELLOs over the bus: what each of them has last said of itself. One that is malformed, old, repeated or sent in another's name is
/// counted and changes nothing. Written on the bus's thread, read on any. Fixed size; allocates nothing per message.
/// </summary>
public sealed class HelloInbox
{
    private const double LargestOffsetSeconds = 1.0;

    /// <summary>Codebook in the high half and radius in the low one, so that no reader gets half of it; 0 is nobody's, for a radius is positive.</summary>
    private readonly ulong[] _latest = new ulong[RobotId.MaxValue + 1];
    private readonly Stamp[] _sentAt = new Stamp[RobotId.MaxValue + 1];
    private readonly RobotId _self;
    private readonly FleetClock _clock;

    /// <summary>Subscribes to the HELLOs of the whole fleet.</summary>
    public HelloInbox(ISwarmBus bus, RobotAddress address, FleetClock clock)
    {
        ArgumentNullException.ThrowIfNull(bus);
        _self = address.Robot;
        _clock = clock;
        _sentAt.AsSpan().Fill(new Stamp(long.MinValue));
        bus.Subscribe(Topics.AllRobots(address.Fleet, Topics.Hello), BusDelivery.BestEffort, Receive);
    }

    /// <summary>What became of the HELLOs.</summary>
    public FrameCounters Frames { get; } = new();

    /// <summary>What <paramref name="robot"/> has last said of itself; null before its first HELLO.</summary>
    public Introduction? Of(RobotId robot) => Volatile.Read(ref _latest[robot.Value]) is var said and not 0
        ? new Introduction((uint)(said >> 32), BitConverter.UInt32BitsToSingle((uint)said))
        : null;

    private void Receive(string topic, ReadOnlySpan<byte> payload)
    {
        if (!NeighbourTopic.TryRead(topic, _self, Frames, out var sender))
        {
            return;
        }

        var error = HelloCodec.TryRead(payload, out var hello);
        error = error == FrameError.None ? Judge(sender, hello) : error;
        Frames.Count(error);
        if (error == FrameError.None)
        {
            _sentAt[sender.Value] = hello.SentAt;
            Volatile.Write(ref _latest[sender.Value], ((ulong)hello.CodebookHash << 32) | BitConverter.SingleToUInt32Bits(hello.Radius));
        }
    }

    private FrameError Judge(RobotId sender, in HelloFrame hello)
    {
        if (hello.Sender != sender)
        {
            return FrameError.WrongSender;
        }

        if (Math.Abs(Stamp.Seconds(hello.SentAt, _clock.Now)) > LargestOffsetSeconds)
        {
            return FrameError.Stale;
        }

        return hello.SentAt <= _sentAt[sender.Value] ? FrameError.Replayed : FrameError.None;
    }
}
