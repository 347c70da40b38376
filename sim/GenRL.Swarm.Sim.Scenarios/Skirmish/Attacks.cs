using System.Runtime.Intrinsics;
using GenRL.Swarm.Agent;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// Fires weapons. A shot is on if shooter and target live, the target is within range, the weapon is ready, and, where the shooter has a cone, the
/// target lies in it. All shots of a tick fall together, so that two units can kill each other.
/// </summary>
internal sealed class Attacks(SkirmishOptions options, Cone cone, int padded)
{
    private readonly float[] _damage = new float[padded];
    private readonly int[] _shooters = new int[padded];
    private readonly int[] _targets = new int[padded];
    private readonly int[] _fired = new int[padded];
    private readonly float[] _reloads = new float[padded];
    private int _orders;
    private int _shots;

    /// <summary>Takes up who is to attack whom for the ticks to come.</summary>
    public void Aim(Units units)
    {
        _orders = 0;
        for (var i = 0; i < units.Count; i++)
        {
            if (units.Attack[i] != 0)
            {
                _shooters[_orders] = i;
                _targets[_orders++] = units.Target(i < units.Allies ? 0 : 1, units.Attack[i] - options.FirstAttack);
            }
        }
    }

    /// <summary>Finds the shots of this tick, from the positions before anybody moves.</summary>
    /// <param name="units">Read.</param>
    /// <param name="coneEnd">Units below this index see and aim by a cone.</param>
    /// <param name="random">Says how long each weapon takes: its time plus a uniform number from -1 to 2 ticks (pysc2's notes on randomness).</param>
    public void Fire(Units units, int coneEnd, RandomStream random)
    {
        _shots = 0;
        for (var order = 0; order < _orders; order++)
        {
            var (i, target) = (_shooters[order], _targets[order]);
            if (units.Cooldown[i] <= 0f && units.Health[i] > 0f && units.Health[target] > 0f
                && Hits(units, i, target) && (i >= coneEnd || cone.Holds(units, i, target)))
            {
                _damage[target] += units.Damage[i];
                _fired[_shots] = i;
                _reloads[_shots++] = units.Reload[i] + random.NextSingle(-options.TickSeconds, 2f * options.TickSeconds);
            }
        }
    }

    /// <summary>Lets the shots fall, and time pass for the weapons.</summary>
    public void Fall(Units units)
    {
        var tick = Vector256.Create(options.TickSeconds);
        for (var i = 0; i < units.Padded; i += Units.Block)
        {
            Units.Store(Units.Load(units.Cooldown, i) - tick, units.Cooldown, i);
            if (_shots > 0)
            {
                var health = Units.Load(units.Health, i) - Units.Load(_damage, i);
                Units.Store(Vector256.MaxNative(health, Vector256<float>.Zero), units.Health, i);
                Units.Store(Vector256<float>.Zero, _damage, i);
            }
        }

        for (var shot = 0; shot < _shots; shot++)
        {
            units.Cooldown[_fired[shot]] = _reloads[shot];
        }
    }

    /// <summary>Whether <paramref name="target"/> is within the range of <paramref name="unit"/>'s weapon.</summary>
    public static bool Hits(Units units, int unit, int target)
    {
        var (dx, dy) = (units.X[target] - units.X[unit], units.Y[target] - units.Y[unit]);
        return MathF.Sqrt((dx * dx) + (dy * dy)) < units.Range[unit];
    }
}
