using System.Numerics;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Simulation;
using GenRL.Swarm.Learning.Expert;

namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>
/// What every robot of batched worlds means to do: its plan, where that leads it from where it is now (which is what it tells), and the
/// commands that are still on their way to its wheels. Robots are numbered as in <see cref="IBatchedWorlds"/>. Allocates nothing after
/// construction.
/// </summary>
internal sealed class SwarmPlans
{
    private const int H = PlanShape.Horizon;

    private readonly DelayedLag _motion;
    private readonly int _kept;
    private readonly Vector2[] _plans;
    private readonly Vector2[] _paths;
    private readonly Vector2[] _executed;

    /// <summary>Plans of <paramref name="robots"/> robots, rolled out by <paramref name="motion"/>.</summary>
    public SwarmPlans(DelayedLag motion, int robots)
    {
        _motion = motion;
        _kept = Math.Max(motion.Pending, 1);
        _plans = new Vector2[robots * H];
        _paths = new Vector2[robots * H];
        _executed = new Vector2[robots * _kept];
    }

    /// <summary>The plan of a robot, [H], metres per second.</summary>
    public Span<Vector2> Plan(int robot) => _plans.AsSpan(robot * H, H);

    /// <summary>The path that a robot tells, as of now, [H], metres.</summary>
    public ReadOnlySpan<Vector2> Path(int robot) => _paths.AsSpan(robot * H, H);

    /// <summary>Commands yet to take effect, oldest first.</summary>
    public ReadOnlySpan<Vector2> Pending(int robot) => _executed.AsSpan((robot * _kept) + _kept - _motion.Pending, _motion.Pending);

    /// <summary>The command executed in the last tick.</summary>
    public Vector2 LastCommand(int robot) => _executed[(robot * _kept) + _kept - 1];

    /// <summary>Forgets everything: the start of an episode.</summary>
    public void Clear()
    {
        Array.Clear(_plans);
        Array.Clear(_executed);
    }

    /// <summary>
    /// The start of a tick: shifts every plan by one action and rolls it out from where <paramref name="worlds"/> stand.
    /// </summary>
    public void Advance(IBatchedWorlds worlds)
    {
        for (var i = 0; i < worlds.Positions.Length; i++)
        {
            Commands.Shift(Plan(i), Plan(i));
            _motion.Roll(worlds.Positions[i], worlds.Velocities[i], Pending(i), Plan(i), _paths.AsSpan(i * H, H));
        }
    }

    /// <summary>Remembers what was executed, one command per robot.</summary>
    public void Execute(ReadOnlySpan<Vector2> commands)
    {
        for (var i = 0; i < commands.Length; i++)
        {
            var kept = _executed.AsSpan(i * _kept, _kept);
            kept[1..].CopyTo(kept);
            kept[^1] = commands[i];
        }
    }
}
