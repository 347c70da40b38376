using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;

namespace GenRL.Swarm.Sim.Engine.Actuators;

/// <summary>
/// Commands on their way to the motors, kept in memory, the latest first. Worlds start their episodes at different times and have different delays, so
/// the line moves up by one each step, and each world takes the command of its own age; between two whole ages, the mean that a held command
/// has over the step.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
internal sealed class CommandDelay<V>
    where V : unmanaged, ILanes<V>
{
    private const int MostSlots = 64;

    private readonly Parameter<V> _delay;
    private readonly V _perStep;
    private readonly int _slots;
    private readonly int _commands;
    private readonly int _first;

    public CommandDelay(Parameter<V> delay, double longest, int commands, double dt, MemoryMap memory)
    {
        if (!double.IsFinite(longest) || longest <= 0d || longest > MostSlots * dt)
        {
            throw new ArgumentOutOfRangeException(nameof(longest), longest, $"LongestDelay must be positive and no longer than {MostSlots} steps");
        }

        (_delay, _commands, _perStep) = (delay, commands, V.All(1d / dt));
        _slots = (int)Math.Ceiling(longest / dt);
        _first = memory.Take(_slots * commands);
    }

    public void Begin(Tile<V> tile, Spawn<V> spawn)
    {
        for (var i = 0; i < _slots * _commands; i++)
        {
            spawn.Set(ref tile.Memory(_first + i), V.All(0d));
        }
    }

    /// <summary>Replaces the step's commands by those that arrive.</summary>
    public void Apply(Tile<V> tile, Span<V> commands)
    {
        var (steps, zero, one) = (V.Min(_delay.In(tile) * _perStep, V.All(_slots)), V.All(0d), V.All(1d));
        for (var c = 0; c < commands.Length; c++)
        {
            var latest = commands[c];
            var arrives = latest * V.Max(one - steps, zero);
            for (var age = _slots; age > 0; age--)
            {
                ref var kept = ref tile.Memory(_first + ((age - 1) * _commands) + c);
                arrives += kept * V.Max(one - V.Abs(steps - V.All(age)), zero);
                kept = age > 1 ? tile.Memory(_first + ((age - 2) * _commands) + c) : latest;
            }

            commands[c] = arrives;
        }
    }
}
