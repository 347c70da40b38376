using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Actuators;

/// <summary>What motors make of commands. The defaults change nothing.</summary>
/// <typeparam name="V">The lanes.</typeparam>
public sealed record ActuatorSpec<V>
    where V : unmanaged, ILanes<V>
{
    /// <summary>Factor from command to motion.</summary>
    public Parameter<V> Gain { get; init; } = Parameter<V>.Fixed(1d);

    /// <summary>Share that the first number of a pair of commands (the left wheel) has over the gain, and the second one (the right wheel) lacks.</summary>
    public Parameter<V> Asymmetry { get; init; }

    /// <summary>Commands smaller than this move nothing; larger ones are not changed.</summary>
    public Parameter<V> DeadZone { get; init; }

    /// <summary>From command to motor, s; need not be a whole number of steps.</summary>
    public Parameter<V> Delay { get; init; }

    /// <summary>The longest delay of any world, s: says how many commands are kept.</summary>
    public double LongestDelay { get; init; }

    /// <summary>What a motor gives at most, to either side.</summary>
    public double Saturation { get; init; } = double.PositiveInfinity;
}
