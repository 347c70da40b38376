using GenRL.Swarm.Sim.Engine.Actuators;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Dynamics;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>One robot: wanted velocity -> motors -> motion. Every robot has motors of its own, drawn anew when an episode begins.</summary>
internal sealed class Robot<V>
    where V : unmanaged, ILanes<V>
{
    private const double WheelBase = 0.16;
    private const double Ahead = 0.05;
    private readonly SwarmRobot _spec;
    private readonly RobotDynamics<V> _dynamics;
    private readonly DifferentialDrive<V>? _wheels;
    private readonly Actuator<V> _actuator;

    public Robot(SwarmRobot spec, int body, RandomisationSpec ranges, Draws<V> draws, double dt, MemoryMap memory)
    {
        (_spec, Body) = (spec, body);
        var topSpeed = draws.Take(ranges.TopSpeed, spec.TopSpeed);
        var timeConstant = draws.Take(ranges.TimeConstant, spec.TimeConstant);
        _wheels = spec.Drive == SwarmDrive.Differential ? new DifferentialDrive<V>(dt, WheelBase, topSpeed, timeConstant, keepsCurvature: true) : null;
        _dynamics = _wheels ?? (RobotDynamics<V>)new FirstOrderLag<V>(dt, timeConstant, topSpeed, draws.Take(ranges.HeadingBias));
        var motors = new ActuatorSpec<V>
        {
            Gain = draws.Take(ranges.Slip),
            Asymmetry = _wheels is null ? default : draws.Take(ranges.Asymmetry),
            DeadZone = draws.Take(ranges.DeadZone, spec.TopSpeed),
            Delay = draws.Take(ranges.Delay),
            LongestDelay = ranges.Delay.High,
        };
        _actuator = new Actuator<V>(motors, _dynamics.Commands, dt, memory);
    }

    /// <summary>Its body.</summary>
    public int Body { get; }

    /// <summary>The body of such a robot.</summary>
    public static BodySpec BodyOf(string name, SwarmRobot spec) =>
        new(name, new BodyShape.Disc(spec.Radius)) { Movable = true, Rotatable = true, Drag = 0d, Mass = spec.Mass };

    public void Begin(Tile<V> tile, Spawn<V> spawn)
    {
        _dynamics.Begin(tile, spawn);
        _actuator.Begin(tile, spawn);
    }

    /// <summary>Drives for one step.</summary>
    /// <param name="tile">Written.</param>
    /// <param name="action">Two numbers; what is beyond -1 and 1 is cut, what is no number brakes.</param>
    public void Drive(Tile<V> tile, ReadOnlySpan<V> action)
    {
        Span<V> command = stackalloc V[2];
        Commands.Limit(action, 1d, command);
        command[0] *= V.All(_spec.TopSpeed);
        command[1] *= V.All(_spec.TopSpeed);
        _wheels?.Steer(tile, Body, command[0], command[1], Ahead, command);
        _actuator.Apply(tile, command);
        _dynamics.Drive(tile, Body, command);
    }
}
