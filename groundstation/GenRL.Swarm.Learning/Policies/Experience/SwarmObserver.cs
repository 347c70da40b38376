using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Simulation;

namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>
/// Looks at batched worlds through the eyes of every robot in them: own told path, the nearest neighbours with what they told, lidar.
/// Writes with
/// <see cref="ObservationWriter"/>, as a robot does. Allocates nothing after construction.
/// </summary>
internal sealed class SwarmObserver
{
    private readonly IBatchedWorlds _worlds;
    private readonly SwarmPlans _plans;
    private readonly Hearing _hearing;
    private readonly float _radius;
    private readonly RandomStream _random;
    private readonly int[] _neighbours;
    private readonly NeighbourView[] _views;

    /// <summary>An observer of <paramref name="worlds"/>.</summary>
    /// <param name="worlds">The worlds.</param>
    /// <param name="plans">What their robots mean to do.</param>
    /// <param name="hearing">How well they hear.</param>
    /// <param name="slots">Neighbours that a robot attends to at most.</param>
    /// <param name="radius">A robot's radius, metres.</param>
    /// <param name="random">Decides what is heard.</param>
    public SwarmObserver(IBatchedWorlds worlds, SwarmPlans plans, Hearing hearing, int slots, float radius, RandomStream random)
    {
        (_worlds, _plans, _hearing, _radius, _random) = (worlds, plans, hearing, radius, random);
        Slots = Math.Min(slots, worlds.Robots - 1);
        var robots = worlds.Worlds * worlds.Robots;
        _neighbours = new int[robots * Slots];
        _views = new NeighbourView[robots * Slots];
        Batch = new ObservationBatch(robots, Slots);
    }

    /// <summary>Neighbours that each robot attends to.</summary>
    public int Slots { get; }

    /// <summary>What was seen last.</summary>
    public ObservationBatch Batch { get; }

    /// <summary>Numbers of the robots that <paramref name="robot"/> attends to, [S].</summary>
    public ReadOnlySpan<int> Neighbours(int robot) => _neighbours.AsSpan(robot * Slots, Slots);

    /// <summary>How <paramref name="robot"/> sees them, [S].</summary>
    public ReadOnlySpan<NeighbourView> Views(int robot) => _views.AsSpan(robot * Slots, Slots);

    /// <summary>Looks.</summary>
    public void Look()
    {
        for (var i = 0; i < Batch.Count; i++)
        {
            var position = _worlds.Positions[i];
            var velocity = _worlds.Velocities[i];
            ObservationWriter.Ego(
                position, velocity, _worlds.Goals[i], _plans.LastCommand(i), _radius, _plans.Path(i),
                Row(Batch.Ego, i, ObservationShape.Ego));
            ObservationWriter.Lidar(
                _worlds.Ranges.Slice(i * PlanShape.LidarSectors, PlanShape.LidarSectors), Row(Batch.Lidar, i, PlanShape.LidarSectors));
            Attend(i);
            for (var s = 0; s < Slots; s++)
            {
                var at = (i * Slots) + s;
                _views[at] = See(_neighbours[at]);
                ObservationWriter.Neighbour(position, velocity, _views[at], Row(Batch.Neighbours, at, ObservationShape.Neighbour));
                Batch.Mask[at] = 1f;
            }
        }
    }

    private static Span<float> Row(float[] rows, int row, int width) => rows.AsSpan(row * width, width);

    /// <summary>Picks the nearest neighbours. Where all fit they keep their order, so that a slot stays with one robot.</summary>
    private void Attend(int robot)
    {
        var chosen = _neighbours.AsSpan(robot * Slots, Slots);
        var first = robot / _worlds.Robots * _worlds.Robots;
        var all = Slots == _worlds.Robots - 1;
        var count = 0;
        for (var j = first; j < first + _worlds.Robots; j++)
        {
            if (j == robot)
            {
                continue;
            }

            var at = count;
            while (!all && at > 0 && Nearer(robot, j, chosen[at - 1]))
            {
                if (at < Slots)
                {
                    chosen[at] = chosen[at - 1];
                }

                at--;
            }

            if (at < Slots)
            {
                chosen[at] = j;
                count = Math.Min(count + 1, Slots);
            }
        }
    }

    private bool Nearer(int robot, int a, int b)
    {
        var here = _worlds.Positions[robot];
        return Vector2.DistanceSquared(here, _worlds.Positions[a]) < Vector2.DistanceSquared(here, _worlds.Positions[b]);
    }

    private NeighbourView See(int other)
    {
        var position = _worlds.Positions[other];
        var velocity = _worlds.Velocities[other];
        if (_random.NextSingle() < _hearing.Loss)
        {
            return NeighbourView.ConstantVelocity(position, velocity, _radius);
        }

        var path = _plans.Path(other);
        var age = _random.NextSingle(_hearing.LeastAge, _hearing.MostAge);
        var confidence = _random.NextSingle(_hearing.LeastConfidence, 1f);
        return new NeighbourView(position, velocity, _radius, true, age, confidence, path[4], path[9], path[14], _worlds.Goals[other]);
    }
}
