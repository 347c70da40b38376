using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Vmas;

/// <summary>Agents that all start at the centre disperse to food, which is eaten once.</summary>
internal sealed class Dispersion<V> : VmasScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const double Radius = 0.035;
    private readonly int _food;
    private readonly double _touch;
    private readonly bool _shared;
    private readonly bool _hurries;

    /// <summary>A dispersion of <paramref name="agents"/>.</summary>
    /// <param name="agents">Number of agents.</param>
    /// <param name="food">Pieces of food.</param>
    /// <param name="shared">Whether all get 1 for a piece, instead of its eaters a share of 1.</param>
    /// <param name="hurries">Whether a step without reward costs 0.01.</param>
    /// <param name="foodRadius">Of a piece, m.</param>
    public Dispersion(int agents, int food, bool shared = false, bool hurries = false, double foodRadius = 0.05)
        : base(
            new PhysicsSpec { SemiX = 1d, SemiY = 1d },
            Enumerable.Range(0, food).Select(i => Goal($"food_{i}", foodRadius)),
            VmasAgent.Some(agents, Radius, collides: false),
            4 + (3 * food)) => (_food, _touch, _shared, _hurries) = (food, foodRadius + Radius, shared, hurries);

    /// <summary>Per piece, whether it is eaten.</summary>
    public override int Memory => _food;

    public override void Remember(Tile<V> tile, Spawn<V> spawn)
    {
        for (var piece = 0; piece < _food; piece++)
        {
            spawn.Set(ref tile.Memory(piece), V.All(0d));
        }
    }

    public override V Judge(Tile<V> tile, Span<V> rewards)
    {
        var (zero, one) = (V.All(0d), V.All(1d));
        rewards.Fill(zero);
        var all = ~zero;
        for (var piece = 0; piece < _food; piece++)
        {
            Eat(tile, piece, rewards);
            all &= tile.Memory(piece) >= one;
        }

        if (_hurries)
        {
            foreach (ref var reward in rewards)
            {
                reward = V.Select(V.Abs(reward) > zero, reward, V.All(-0.01));
            }
        }

        return all;
    }

    protected override void Place(Spawn<V> spawn)
    {
        var zero = V.All(0d);
        for (var piece = 0; piece < _food; piece++)
        {
            spawn.PlaceWithin(piece, 1d, 1d);
        }

        foreach (var agent in Agents)
        {
            spawn.Place(agent, zero, zero);
        }
    }

    protected override void Observe(Tile<V> tile, int agent, ref Row<V> row)
    {
        row.AddPosition(tile, Agents[agent]);
        row.AddVelocity(tile, Agents[agent]);
        for (var piece = 0; piece < _food; piece++)
        {
            row.AddOffset(tile, Agents[agent], piece);
            row.Add(tile.Memory(piece));
        }
    }

    private void Eat(Tile<V> tile, int piece, Span<V> rewards)
    {
        var (zero, one) = (V.All(0d), V.All(1d));
        var touch = V.All(_touch * _touch);
        var eaters = zero;
        foreach (var agent in Agents)
        {
            eaters += Flag(tile.SquaredDistance(agent, piece) < touch);
        }

        var fresh = (eaters > zero) & (tile.Memory(piece) < one);
        var share = _shared ? one : one / V.Max(eaters, one);
        for (var i = 0; i < Agents.Length; i++)
        {
            var gets = _shared ? fresh : fresh & (tile.SquaredDistance(Agents[i], piece) < touch);
            rewards[i] += V.Select(gets, share, zero);
        }

        tile.Memory(piece) = V.Select(fresh, one, tile.Memory(piece));
    }
}
