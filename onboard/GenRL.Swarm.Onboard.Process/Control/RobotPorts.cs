using GenRL.Swarm.Messaging;
using GenRL.Swarm.Onboard.Hardware;
using GenRL.Swarm.Onboard.Hardware.Bus;

namespace GenRL.Swarm.Onboard.Process.Control;

/// <summary>What the control loop is connected to.</summary>
internal sealed class RobotPorts(ISwarmBus bus, RobotAddress address, FleetClock clock)
{
    /// <summary>The fleet's clock.</summary>
    public FleetClock Clock { get; } = clock;

    /// <summary>What the robot measures.</summary>
    public SensorSource Sensors { get; } = new(bus, address, clock);

    /// <summary>What its neighbours say.</summary>
    public IntentionInbox Intentions { get; } = new(bus, address, clock);

    /// <summary>What it is asked to do.</summary>
    public GoalInbox Goals { get; } = new(bus, address);

    /// <summary>Its wheels.</summary>
    public CommandSink Commands { get; } = new(bus, address);

    /// <summary>What it says.</summary>
    public RobotVoice Voice { get; } = new(bus, address);
}
