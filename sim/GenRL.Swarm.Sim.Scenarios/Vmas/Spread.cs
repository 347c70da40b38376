using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Vmas;

/// <summary>Agents cover landmarks without touching: MPE's simple_spread as VMAS has it, with one reward for all.</summary>
internal sealed class Spread<V> : VmasScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const double Radius = 0.15;
    private readonly int _count;
    private readonly bool _seesOthers;

    public Spread(int agents, bool seesOthers = true)
        : base(
            new PhysicsSpec(),
            Enumerable.Range(0, agents).Select(i => Goal($"landmark {i}", 0.05)),
            VmasAgent.Some(agents, Radius),
            4 + (2 * agents) + (seesOthers ? 2 * (agents - 1) : 0)) => (_count, _seesOthers) = (agents, seesOthers);

    public override V Judge(Tile<V> tile, Span<V> rewards)
    {
        var reward = V.All(0d);
        for (var landmark = 0; landmark < _count; landmark++)
        {
            var least = tile.SquaredDistance(Agents[0], landmark);
            for (var i = 1; i < _count; i++)
            {
                least = V.Min(least, tile.SquaredDistance(Agents[i], landmark));
            }

            reward -= V.Sqrt(least);
        }

        reward *= V.All(_count);
        var touch = V.All(4d * Radius * Radius);
        for (var i = 0; i < _count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                reward -= V.Select(tile.SquaredDistance(Agents[i], Agents[j]) < touch, V.All(2d), V.All(0d));
            }
        }

        Share(rewards, reward);
        return V.All(0d);
    }

    protected override void Place(Spawn<V> spawn)
    {
        for (var body = 0; body < Bodies.Count; body++)
        {
            spawn.PlaceWithin(body, 1d, 1d);
        }
    }

    protected override void Observe(Tile<V> tile, int agent, ref Row<V> row)
    {
        row.AddPosition(tile, Agents[agent]);
        row.AddVelocity(tile, Agents[agent]);
        for (var landmark = 0; landmark < _count; landmark++)
        {
            row.AddOffset(tile, Agents[agent], landmark);
        }

        for (var other = 0; _seesOthers && other < _count; other++)
        {
            if (other != agent)
            {
                row.AddOffset(tile, Agents[agent], Agents[other]);
            }
        }
    }
}
