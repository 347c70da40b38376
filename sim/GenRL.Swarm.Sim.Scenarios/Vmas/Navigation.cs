using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Vmas;

/// <summary>What can be chosen about <see cref="Navigation{V}"/>.</summary>
/// <param name="Agents">Number of agents, each with a goal.</param>
/// <param name="Shared">Whether all get the sum of the rewards for coming nearer.</param>
/// <param name="Collisions">Whether agents see each other and are punished for touching.</param>
/// <param name="Radius">Of an agent, m.</param>
/// <param name="Rays">Of its lidar.</param>
/// <param name="Range">Of its lidar, m.</param>
/// <param name="SemiX">Half the extent of the starts along x, m.</param>
/// <param name="SemiY">Half the extent of the starts along y, m.</param>
/// <param name="Bounded">Whether the world ends there.</param>
/// <param name="Shaping">Reward per metre.</param>
/// <param name="Final">Reward while all are at their goals.</param>
/// <param name="Penalty">Reward of one who touches another, per other.</param>
internal sealed record NavigationOptions(
    int Agents = 4,
    bool Shared = true,
    bool Collisions = true,
    double Radius = 0.1,
    int Rays = 12,
    double Range = 0.35,
    double SemiX = 1d,
    double SemiY = 1d,
    bool Bounded = false,
    double Shaping = 1d,
    double Final = 0.01,
    double Penalty = -1d);

/// <summary>Every agent has a goal, and sees the others by lidar only.</summary>
internal sealed class Navigation<V> : VmasScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const double GoalRadius = 0.05;
    private readonly NavigationOptions _options;
    private readonly DiscLidar<V> _lidar;
    private readonly double[] _radii;

    public Navigation(NavigationOptions options)
        : base(
            new PhysicsSpec
            {
                Substeps = 2,
                SemiX = options.Bounded ? options.SemiX : double.PositiveInfinity,
                SemiY = options.Bounded ? options.SemiY : double.PositiveInfinity,
            },
            Enumerable.Range(0, options.Agents).Select(i => Goal($"goal {i}", GoalRadius)),
            VmasAgent.Some(options.Agents, options.Radius, collides: options.Collisions),
            6 + (options.Collisions ? options.Rays : 0))
    {
        _options = options;
        _lidar = new DiscLidar<V>(options.Collisions ? options.Rays : 0, options.Range);
        _radii = [.. Agents.Select(_ => options.Radius)];
    }

    /// <summary>Per agent, its distance to its goal after the step before, m.</summary>
    public override int Memory => _options.Agents;

    public override void Remember(Tile<V> tile, Spawn<V> spawn)
    {
        for (var i = 0; i < Agents.Length; i++)
        {
            spawn.Set(ref tile.Memory(i), tile.Distance(Agents[i], i));
        }
    }

    public override V Judge(Tile<V> tile, Span<V> rewards)
    {
        var (gained, arrived, within) = (V.All(0d), ~V.All(0d), ~V.All(0d));
        for (var i = 0; i < Agents.Length; i++)
        {
            var distance = tile.Distance(Agents[i], i);
            rewards[i] = (tile.Memory(i) - distance) * V.All(_options.Shaping);
            tile.Memory(i) = distance;
            gained += rewards[i];
            arrived &= distance < V.All(GoalRadius);
            within &= distance < V.All(_options.Radius);
        }

        var final = V.Select(arrived, V.All(_options.Final), V.All(0d));
        for (var i = 0; i < Agents.Length; i++)
        {
            rewards[i] = (_options.Shared ? gained : rewards[i]) + final;
        }

        if (_options.Collisions)
        {
            Punish(tile, rewards);
        }

        return within;
    }

    protected override void Place(Spawn<V> spawn)
    {
        for (var i = 0; i < Agents.Length; i++)
        {
            spawn.PlaceApart(Agents[i], _options.SemiX, _options.SemiY, 2d * _options.Radius, Agents.AsSpan(0, i));
        }

        Span<int> goals = stackalloc int[Agents.Length];
        for (var i = 0; i < Agents.Length; i++)
        {
            goals[i] = i;
            spawn.PlaceApart(i, _options.SemiX, _options.SemiY, 2d * _options.Radius, goals[..i]);
        }
    }

    protected override void Observe(Tile<V> tile, int agent, ref Row<V> row)
    {
        row.AddPosition(tile, Agents[agent]);
        row.AddVelocity(tile, Agents[agent]);
        row.AddOffset(tile, agent, Agents[agent]);
        var rays = row.Take(_lidar.Rays);
        _lidar.Cast(tile, Agents[agent], Agents, _radii, rays);
        var range = V.All(_options.Range);
        foreach (ref var ray in rays)
        {
            ray = range - ray;
        }
    }

    private void Punish(Tile<V> tile, Span<V> rewards)
    {
        var touch = V.All(4d * _options.Radius * _options.Radius);
        for (var i = 0; i < Agents.Length; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var penalty = V.Select(tile.SquaredDistance(Agents[i], Agents[j]) <= touch, V.All(_options.Penalty), V.All(0d));
                rewards[i] += penalty;
                rewards[j] += penalty;
            }
        }
    }
}
