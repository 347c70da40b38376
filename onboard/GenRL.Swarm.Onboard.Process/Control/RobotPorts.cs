using GenRL.Swarm.Messaging;
using GenRL.Swarm.Onboard.Hardware;
using GenRL.Swarm.Onboard.Hardware.Bus;

namespace GenRL.Swarm.Onboard.Process.Control;

/// <summary>What the control loop is connected to.</summary>
internal sealed class RobotPorts
{
    public RobotPorts(ISwarmBus bus, RobotAddress address, FleetClock clock)
    {
        Clock = clock;
        Sensors = new SensorSource(bus, address, clock);
        Hellos = new HelloInbox(bus, address, clock);
        Intentions = new IntentionInbox(bus, address, clock, Hellos);
        Goals = new GoalInbox(bus, address);
        Commands = new CommandSink(bus, address);
        Voice = new RobotVoice(bus, address);
    }

    /// <summary>The fleet's clock.</summary>
    public FleetClock Clock { get; }

    /// <summary>What the robot measures.</summary>
    public SensorSource Sensors { get; }

    /// <summary>Who its neighbours are.</summary>
    public HelloInbox Hellos { get; }

    /// <summary>What its neighbours say.</summary>
    public IntentionInbox Intentions { get; }

    /// <summary>What it is asked to do.</summary>
    public GoalInbox Goals { get; }

    /// <summary>Its wheels.</summary>
    public CommandSink Commands { get; }

    /// <summary>What it says.</summary>
    public RobotVoice Voice { get; }
}
