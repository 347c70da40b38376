using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Onboard.Health;

namespace GenRL.Swarm.Onboard.Hardware.Bus;

/// <summary>Mission control's goals over the bus. The latest one counts; a malformed one is counted and changes nothing.</summary>
public sealed class GoalInbox
{
    private volatile Box? _latest;
    private Box? _seen;

    /// <summary>Subscribes to the robot's goal topic, which is latched.</summary>
    public GoalInbox(ISwarmBus bus, RobotAddress address)
    {
        ArgumentNullException.ThrowIfNull(bus);
        bus.Subscribe(Topics.Robot(address.Fleet, address.Robot, Topics.Goal), BusDelivery.Latched, (_, payload) => Receive(payload));
    }

    /// <summary>What became of the frames.</summary>
    public FrameCounters Frames { get; } = new();

    /// <summary>Control thread: the latest goal, when it is another than at the last call. Allocates nothing.</summary>
    public bool TryTakeNew(out GoalAssignment goal)
    {
        var latest = _latest;
        goal = latest?.Goal ?? default;
        var isNew = latest is not null && !ReferenceEquals(latest, _seen) && latest.Goal != _seen?.Goal;
        _seen = latest;
        return isNew;
    }

    private void Receive(ReadOnlySpan<byte> payload)
    {
        // An empty latched message takes the goal back.
        var goal = default(GoalAssignment);
        var error = payload.IsEmpty ? FrameError.None : GoalCodec.TryRead(payload, out goal);
        Frames.Count(error);
        if (error == FrameError.None)
        {
            _latest = new Box(goal);
        }
    }

    private sealed record Box(GoalAssignment Goal);
}
