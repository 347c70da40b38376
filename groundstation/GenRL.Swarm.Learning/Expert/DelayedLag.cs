using System.Numerics;
using GenRL.Swarm.Agent.Kinematics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Learning.Expert;

/// <summary>
/// Where a plan leads on a floor: <see cref="FirstOrderLag"/> at plan ticks, with the floor's command delay. A delay between two ticks
/// mixes the two commands that act in a tick by the time that each of them acts. Allocates nothing.
/// </summary>
public sealed class DelayedLag
{
    private readonly FirstOrderLag _lag;

    /// <summary>Prepares roll-outs on <paramref name="floor"/>.</summary>
    public DelayedLag(ActuatorModel floor)
    {
        ArgumentNullException.ThrowIfNull(floor);
        _lag = new FirstOrderLag(floor, PlanShape.TickSeconds);
        var ticks = floor.Delay / PlanShape.TickSeconds;
        Pending = (int)MathF.Ceiling(ticks - 1e-4f);
        Fraction = Pending - ticks;
    }

    /// <summary>How many commands, given in earlier ticks, have yet to take effect.</summary>
    public int Pending { get; }

    /// <summary>Share of a tick in which the younger of its two commands acts, 0 to 1.</summary>
    public float Fraction { get; }

    /// <summary>Rolls a plan out.</summary>
    /// <param name="position">Position now, metres.</param>
    /// <param name="velocity">Velocity now, metres per second.</param>
    /// <param name="pending">The last <see cref="Pending"/> commands, oldest first, metres per second.</param>
    /// <param name="plan">Commands from now on, [H].</param>
    /// <param name="path">Receives the position after each step, [H], metres.</param>
    public void Roll(Vector2 position, Vector2 velocity, ReadOnlySpan<Vector2> pending, ReadOnlySpan<Vector2> plan, Span<Vector2> path)
    {
        for (var t = 0; t < plan.Length; t++)
        {
            var u = Given(t - Pending, pending, plan);
            if (Fraction > 1e-4f)
            {
                u = Vector2.Lerp(u, Given(t - Pending + 1, pending, plan), Fraction);
            }

            _lag.Advance(ref position, ref velocity, u);
            path[t] = position;
        }
    }

    private static Vector2 Given(int tick, ReadOnlySpan<Vector2> pending, ReadOnlySpan<Vector2> plan) =>
        tick >= 0 ? plan[tick] : pending[pending.Length + tick];
}
