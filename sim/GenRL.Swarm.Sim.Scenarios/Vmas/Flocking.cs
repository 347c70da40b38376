using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Vmas;

/// <summary>Agents keep together about a target that flies in a circle, among obstacles that they see by lidar.</summary>
internal sealed class Flocking<V> : VmasScenario<V>
    where V : unmanaged, ILanes<V>
{
    private const double Radius = 0.05;
    private const double ObstacleRadius = 0.1;
    private const double Wanted = 0.1;
    private const double Contact = (2d * Radius) + 0.005;
    private const double LidarRange = 0.2;
    private readonly int _obstacles;
    private readonly double _penalty;
    private readonly DiscLidar<V> _lidar = new(12, LidarRange);
    private readonly int[] _seen;
    private readonly double[] _radii;
    private readonly int _target;

    /// <summary>A flock of <paramref name="agents"/>.</summary>
    /// <param name="agents">Number of agents.</param>
    /// <param name="obstacles">Number of obstacles.</param>
    /// <param name="penalty">Reward per contact with another agent or the target.</param>
    public Flocking(int agents, int obstacles = 5, double penalty = -0.1)
        : base(
            new PhysicsSpec { Substeps = 5, ContactForce = 400d },
            [
                .. Enumerable.Range(0, obstacles).Select(i => new BodySpec($"obstacle_{i}", new BodyShape.Disc(ObstacleRadius))),
                VmasAgent.Disc("target", Radius),
            ],
            VmasAgent.Some(agents, Radius),
            18)
    {
        (_obstacles, _penalty, _target) = (obstacles, penalty, obstacles);
        _seen = [.. Enumerable.Range(0, obstacles)];
        _radii = [.. _seen.Select(_ => ObstacleRadius)];
    }

    /// <summary>Per agent, how far it was from keeping its distances after the step before, m^2.</summary>
    public override int Memory => Agents.Length;

    public override void Act(Tile<V> tile, ReadOnlySpan<V> actions, Forces<V> forces)
    {
        base.Act(tile, actions, forces);
        var phase = tile.Steps / V.All(30d);
        forces.X(_target) = V.Cos(phase);
        forces.Y(_target) = V.Sin(phase);
    }

    public override void Remember(Tile<V> tile, Spawn<V> spawn)
    {
        for (var i = 0; i < Agents.Length; i++)
        {
            spawn.Set(ref tile.Memory(i), Spacing(tile, Agents[i]));
        }
    }

    public override V Judge(Tile<V> tile, Span<V> rewards)
    {
        for (var i = 0; i < Agents.Length; i++)
        {
            var spacing = Spacing(tile, Agents[i]);
            rewards[i] = tile.Memory(i) - spacing;
            tile.Memory(i) = spacing;
        }

        for (var i = 0; i < Agents.Length; i++)
        {
            rewards[i] += Penalty(tile, Agents[i], _target);
            for (var j = 0; j < i; j++)
            {
                var penalty = Penalty(tile, Agents[i], Agents[j]);
                rewards[i] += penalty;
                rewards[j] += penalty;
            }
        }

        return V.All(0d);
    }

    public override Role RoleOf(int body) => body == _target ? Role.Goal : base.RoleOf(body);

    protected override void Place(Spawn<V> spawn)
    {
        Span<int> placed = stackalloc int[Bodies.Count];
        spawn.Place(_target, V.All(0d), V.All(-1d));
        placed[0] = _target;
        for (var i = 0; i < _obstacles; i++)
        {
            placed[i + 1] = i;
            spawn.PlaceApart(i, 1d, 1d, 0.2, placed[..(i + 1)]);
        }

        for (var i = 0; i < Agents.Length; i++)
        {
            placed[_obstacles + 1 + i] = Agents[i];
            spawn.PlaceApart(Agents[i], 1d, 1d, 0.2, placed[..(_obstacles + 1 + i)]);
        }
    }

    protected override void Observe(Tile<V> tile, int agent, ref Row<V> row)
    {
        row.AddPosition(tile, Agents[agent]);
        row.AddVelocity(tile, Agents[agent]);
        row.AddOffset(tile, _target, Agents[agent]);
        _lidar.Cast(tile, Agents[agent], _seen, _radii, row.Take(_lidar.Rays));
    }

    private V Penalty(Tile<V> tile, int agent, int other) =>
        V.Select(tile.SquaredDistance(agent, other) <= V.All(Contact * Contact), V.All(_penalty), V.All(0d));

    private V Spacing(Tile<V> tile, int agent)
    {
        var sum = Term(tile, agent, _target);
        foreach (var other in Agents)
        {
            if (other != agent)
            {
                sum += Term(tile, agent, other);
            }
        }

        return sum / V.All(Agents.Length);
    }

    private static V Term(Tile<V> tile, int agent, int other)
    {
        var miss = tile.Distance(agent, other) - V.All(Wanted);
        return miss * miss;
    }
}
