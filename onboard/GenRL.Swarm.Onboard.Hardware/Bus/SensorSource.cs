using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Onboard.Hardware.HandOver;
using GenRL.Swarm.Onboard.Health;

namespace GenRL.Swarm.Onboard.Hardware.Bus;

/// <summary>
/// The robot's sensors over the bus: decodes on the bus's thread, hands the newest frame to the control thread. A frame that is malformed, not
/// newer than the newest, or more than a second away from this clock is counted and leaves the newest as it was, so that no frame can shut out
/// those after it. Whether a frame is still fresh enough to fly on is the shield's to judge.
/// </summary>
public sealed class SensorSource
{
    private const double LargestOffsetSeconds = 1.0;

    private readonly TripleBuffer<SensorReading> _newest = new(() => new SensorReading());
    private readonly FleetClock _clock;
    private Stamp _last = new(long.MinValue);
    private bool _any;

    /// <summary>Subscribes to the robot's sensor topic.</summary>
    public SensorSource(ISwarmBus bus, RobotAddress address, FleetClock clock)
    {
        ArgumentNullException.ThrowIfNull(bus);
        _clock = clock;
        bus.Subscribe(Topics.Robot(address.Fleet, address.Robot, Topics.Sensors), BusDelivery.BestEffort, (_, payload) => Receive(payload));
    }

    /// <summary>What became of the frames.</summary>
    public FrameCounters Frames { get; } = new();

    /// <summary>Control thread: the newest reading, valid until the next call; null before the first.</summary>
    public SensorReading? Newest()
    {
        _any |= _newest.Refresh();
        return _any ? _newest.Reading : null;
    }

    private void Receive(ReadOnlySpan<byte> payload)
    {
        var reading = _newest.Writing;
        var error = SensorCodec.TryRead(payload, reading.Frame, out var step);
        if (error == FrameError.None)
        {
            error = Judge(reading.Frame.Stamp);
        }

        Frames.Count(error);
        if (error == FrameError.None)
        {
            _last = reading.Frame.Stamp;
            reading.Step = step;
            _newest.Publish();
        }
    }

    private FrameError Judge(Stamp stamp)
    {
        if (Math.Abs(Stamp.Seconds(stamp, _clock.Now)) > LargestOffsetSeconds)
        {
            return FrameError.Stale;
        }

        return stamp <= _last ? FrameError.Replayed : FrameError.None;
    }
}
