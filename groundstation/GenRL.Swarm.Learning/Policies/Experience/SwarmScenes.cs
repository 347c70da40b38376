using System.Numerics;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Simulation;

namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>
/// What each robot of batched worlds scores its plans against: neighbours as announced, static obstacles as the lidar's points.
/// Allocates nothing after construction; a scene is valid until the next is asked for.
/// </summary>
internal sealed class SwarmScenes
{
    /// <summary>Lidar returns beyond this do not enter the cost, metres: the widest a robot swerves within a plan.</summary>
    private const float ObstacleRange = 1f;

    private const int H = PlanShape.Horizon;

    private readonly IBatchedWorlds _worlds;
    private readonly SwarmPlans _plans;
    private readonly float _radius;
    private readonly Vector2[] _others;
    private readonly float[] _radii;
    private readonly Vector2[] _points = new Vector2[PlanShape.LidarSectors];

    /// <summary>Scenes of <paramref name="worlds"/>, whose robots mean to do <paramref name="plans"/>.</summary>
    public SwarmScenes(IBatchedWorlds worlds, SwarmPlans plans, float radius)
    {
        (_worlds, _plans, _radius) = (worlds, plans, radius);
        _others = new Vector2[(worlds.Robots - 1) * H];
        _radii = new float[worlds.Robots - 1];
        Array.Fill(_radii, radius);
    }

    /// <summary>Where a robot is, metres.</summary>
    public Vector2 Position(int robot) => _worlds.Positions[robot];

    /// <summary>How it moves, metres per second.</summary>
    public Vector2 Velocity(int robot) => _worlds.Velocities[robot];

    /// <summary>The scene of <paramref name="robot"/>, without commitment to what it told.</summary>
    public PlanScene Of(int robot)
    {
        var first = robot / _worlds.Robots * _worlds.Robots;
        var slot = 0;
        for (var j = first; j < first + _worlds.Robots; j++)
        {
            if (j != robot)
            {
                _plans.Path(j).CopyTo(_others.AsSpan(slot++ * H));
            }
        }

        var ranges = _worlds.Ranges.Slice(robot * PlanShape.LidarSectors, PlanShape.LidarSectors);
        var points = LidarSectors.Points(_worlds.Positions[robot], ranges, _worlds.MaxRange, ObstacleRange, _points);
        return new PlanScene
        {
            Goal = _worlds.Goals[robot],
            Radius = _radius,
            Steps = H,
            Neighbours = _others,
            NeighbourRadii = _radii,
            Obstacles = _points.AsSpan(0, points),
            LastCommand = _plans.LastCommand(robot),
        };
    }
}
