using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Actuators;

/// <summary>One robot's motors: command -> delay -> dead zone -> gain and asymmetry -> saturation. Immutable; its commands on their way lie in memory.</summary>
/// <typeparam name="V">The lanes.</typeparam>
public sealed class Actuator<V>
    where V : unmanaged, ILanes<V>
{
    private readonly ActuatorSpec<V> _spec;
    private readonly CommandDelay<V>? _delay;

    /// <summary>Motors that take <paramref name="commands"/> numbers.</summary>
    /// <param name="spec">What they are like.</param>
    /// <param name="commands">Numbers of a command; with an asymmetry, pairs of left and right.</param>
    /// <param name="dt">Time step, s.</param>
    /// <param name="memory">The commands on their way are kept there.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number makes no sense; the exception names it.</exception>
    public Actuator(ActuatorSpec<V> spec, int commands, double dt, MemoryMap memory)
    {
        ArgumentNullException.ThrowIfNull(spec);
        ArgumentNullException.ThrowIfNull(memory);
        if (double.IsNaN(spec.Saturation) || spec.Saturation <= 0d)
        {
            throw new ArgumentOutOfRangeException(nameof(spec), spec.Saturation, "Saturation must be positive");
        }

        _spec = spec;
        _delay = spec.Delay.IsNil ? null : new CommandDelay<V>(spec.Delay, spec.LongestDelay, commands, dt, memory);
    }

    /// <summary>Forgets the commands of the episode before: nothing was commanded.</summary>
    public void Begin(Tile<V> tile, Spawn<V> spawn) => _delay?.Begin(tile, spawn);

    /// <summary>What the motors do in this step.</summary>
    /// <param name="tile">Its memory is written.</param>
    /// <param name="commands">The step's commands; replaced by what comes of them.</param>
    public void Apply(Tile<V> tile, Span<V> commands)
    {
        _delay?.Apply(tile, commands);
        var (gain, asymmetry) = (_spec.Gain.In(tile), _spec.Asymmetry.In(tile));
        var (dead, zero, one) = (_spec.DeadZone.In(tile), V.All(0d), V.All(1d));
        for (var i = 0; i < commands.Length; i++)
        {
            var alive = V.Select(V.Abs(commands[i]) < dead, zero, commands[i]);
            commands[i] = alive * gain * (i % 2 == 0 ? one + asymmetry : one - asymmetry);
        }

        if (double.IsFinite(_spec.Saturation))
        {
            Commands.Limit<V>(commands, _spec.Saturation, commands);
        }
    }
}
