using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Parity.Vmas;

/// <summary>
/// The proportional, integral and derivative controller that stands in front of give_way's physics: actions are wanted velocities. Gain 2/s, integral
/// time 6, derivative time 0.002 in the standard form; the integral stops at half of the greatest force; wishes below 0.08 m/s count as none, and none
/// clears what it remembers.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
internal sealed class VelocityControl<V>(IReadOnlyList<BodySpec> bodies, int firstAgent, double dt)
    where V : unmanaged, ILanes<V>
{
    private const double Gain = 2d;
    private const double IntegralTime = 6d;
    private const double DerivativeTime = 0.002;
    private const double LeastWish = 0.08;
    private readonly Axis[] _memory = new Axis[2 * (bodies.Count - firstAgent)];

    /// <summary>Nothing remembered, as at the start of an episode.</summary>
    public void Clear() => Array.Clear(_memory);

    /// <summary>Puts forces in the place of the wishes.</summary>
    /// <param name="tile">Read.</param>
    /// <param name="forces">Wanted velocities of the agents; become forces.</param>
    public void Drive(Tile<V> tile, Forces<V> forces)
    {
        for (var body = firstAgent; body < bodies.Count; body++)
        {
            var (x, y) = Wish(forces.X(body), forces.Y(body), bodies[body].MaxComponent);
            ref var memoryX = ref _memory[2 * (body - firstAgent)];
            ref var memoryY = ref _memory[(2 * (body - firstAgent)) + 1];
            var none = V.Get((x * x) + (y * y), 0) < 1e-6;
            (memoryX, memoryY) = none ? default : (memoryX, memoryY);
            forces.X(body) = Force(ref memoryX, x - tile.VelocityX(body), bodies[body]);
            forces.Y(body) = Force(ref memoryY, y - tile.VelocityY(body), bodies[body]);
        }
    }

    private static (V X, V Y) Wish(V x, V y, double most)
    {
        var size = V.Sqrt((x * x) + (y * y));
        var over = size > V.All(most);
        (x, y) = (V.Select(over, x / size * V.All(most), x), V.Select(over, y / size * V.All(most), y));
        var enough = V.Sqrt((x * x) + (y * y)) >= V.All(LeastWish);
        return (V.Select(enough, x, V.All(0d)), V.Select(enough, y, V.All(0d)));
    }

    private V Force(ref Axis memory, V error, BodySpec body)
    {
        var most = V.All(0.5 * body.MaxForceComponent * IntegralTime / (dt * Gain));
        memory.Sum = V.Min(V.Max(memory.Sum + (V.All(dt) * error), -most), most);
        var rate = V.All(DerivativeTime) * (error - memory.Error) / V.All(dt);
        memory.Error = error;
        return V.All(Gain) * (error + (V.All(1d / IntegralTime) * memory.Sum) + rate) * V.All(body.Mass);
    }

    private struct Axis
    {
        public V Sum;
        public V Error;
    }
}
