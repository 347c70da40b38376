using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Onboard.Health;

namespace GenRL.Swarm.Onboard.Hardware.Bus;

/// <summary>
/// The neighbours' HELLOs over the bus: which codebook each of them has last named. One that is malformed, old, repeated or sent in another's name is
/// counted and changes nothing. Written on the bus's thread, read on any. Fixed size; allocates nothing per message.
/// </summary>
public sealed class HelloInbox
{
    private const double LargestOffsetSeconds = 1.0;
    private const long Unknown = -1;

    private readonly long[] _codebooks = new long[RobotId.MaxValue + 1];
    private readonly Stamp[] _sentAt = new Stamp[RobotId.MaxValue + 1];
    private readonly RobotId _self;
    private readonly FleetClock _clock;

    /// <summary>Subscribes to the HELLOs of the whole fleet.</summary>
    public HelloInbox(ISwarmBus bus, RobotAddress address, FleetClock clock)
    {
        ArgumentNullException.ThrowIfNull(bus);
        _self = address.Robot;
        _clock = clock;
        _codebooks.AsSpan().Fill(Unknown);
        _sentAt.AsSpan().Fill(new Stamp(long.MinValue));
        bus.Subscribe(Topics.AllRobots(address.Fleet, Topics.Hello), BusDelivery.BestEffort, Receive);
    }

    /// <summary>What became of the HELLOs.</summary>
    public FrameCounters Frames { get; } = new();

    /// <summary>Hash of the codebook that <paramref name="robot"/> has last named; null before its first HELLO.</summary>
    public uint? CodebookOf(RobotId robot) => Volatile.Read(ref _codebooks[robot.Value]) is var hash and not Unknown ? (uint)hash : null;

    private void Receive(string topic, ReadOnlySpan<byte> payload)
    {
        if (!Topics.TryRobot(topic, out var sender))
        {
            Frames.Count(FrameError.WrongSender);
            return;
        }

        // The broker gives everyone's frames to everyone: the robot's own are no news.
        if (sender == _self)
        {
            return;
        }

        var error = HelloCodec.TryRead(payload, out var hello);
        error = error == FrameError.None ? Judge(sender, hello) : error;
        Frames.Count(error);
        if (error == FrameError.None)
        {
            _sentAt[sender.Value] = hello.SentAt;
            Volatile.Write(ref _codebooks[sender.Value], hello.CodebookHash);
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
