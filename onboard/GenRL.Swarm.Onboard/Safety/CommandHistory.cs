using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Onboard.Safety;

/// <summary>
/// The commands of the last steps, for rolling a measured state forward through the command delay: what is already on its way to the
/// wheels cannot be taken back. Before the first command the robot counts as commanded to stand still. Bounded; not thread-safe.
/// </summary>
internal sealed class CommandHistory
{
    /// <summary>Commands kept: more than <see cref="MaxDelay"/> at 50 Hz and a stale sensor frame together.</summary>
    public const int Capacity = 64;

    /// <summary>The longest delay that can be rolled through, seconds.</summary>
    public const double MaxDelay = 1.0;

    private readonly Vector2[] _commands = new Vector2[Capacity];
    private readonly Stamp[] _given = new Stamp[Capacity];
    private int _next;
    private int _count;

    /// <summary>Notes that <paramref name="command"/> (metres per second) was given at <paramref name="at"/>. A clock that went back starts anew.</summary>
    public void Add(Stamp at, Vector2 command)
    {
        if (_count > 0 && at < _given[Slot(_count - 1)])
        {
            _count = 0;
        }

        _commands[_next] = command;
        _given[_next] = at;
        _next = (_next + 1) % Capacity;
        _count = Math.Min(_count + 1, Capacity);
    }

    /// <summary>
    /// The state at <paramref name="until"/> of a robot that was in <paramref name="state"/> at <paramref name="from"/>: exact solution of the
    /// actuator model under the commands as they take effect, each from its time plus the delay on.
    /// </summary>
    /// <param name="state">Measured state.</param>
    /// <param name="from">When it was measured.</param>
    /// <param name="until">Up to when, not before <paramref name="from"/>.</param>
    /// <param name="model">The floor.</param>
    /// <param name="rest">The command assumed before the first one that is known.</param>
    public PlanarState Predict(PlanarState state, Stamp from, Stamp until, ActuatorModel model, Vector2 rest)
    {
        var total = Stamp.Seconds(from, until);
        var done = 0.0;
        var active = rest;
        for (var i = 0; i < _count && done < total; i++)
        {
            var effective = Stamp.Seconds(from, _given[Slot(i)]) + model.Delay;
            if (effective > done)
            {
                var next = Math.Min(effective, total);
                state = Advance(state, model, active, next - done);
                done = next;
            }

            active = _commands[Slot(i)];
        }

        return done < total ? Advance(state, model, active, total - done) : state;
    }

    private static PlanarState Advance(PlanarState state, ActuatorModel model, Vector2 command, double seconds)
    {
        var settled = model.Settled(command);
        return state.Settling(model, settled.X, settled.Y, seconds);
    }

    /// <summary>Where the <paramref name="i"/>-th oldest command lies.</summary>
    private int Slot(int i) => (_next - _count + i + Capacity) % Capacity;
}
