using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Simulation;
using GenRL.Swarm.Learning.Expert;

namespace GenRL.Swarm.Learning.Policies.Experience;

/// <summary>
/// Asks the expert what each robot of batched worlds should do: neighbours as announced, obstacles as the lidar's points. Allocates nothing per plan.
/// </summary>
internal sealed class ExpertPilot
{
    /// <summary>Lidar returns beyond this do not enter the cost, metres: the widest a robot swerves within a plan.</summary>
    private const float ObstacleRange = 1f;

    private const int H = PlanShape.Horizon;

    private readonly IBatchedWorlds _worlds;
    private readonly SwarmPlans _plans;
    private readonly MppiExpert _expert;
    private readonly float _radius;
    private readonly Vector2[] _others;
    private readonly float[] _radii;
    private readonly Vector2[] _points = new Vector2[PlanShape.LidarSectors];

    /// <summary>A pilot for <paramref name="worlds"/>, whose robots mean to do <paramref name="plans"/>.</summary>
    public ExpertPilot(IBatchedWorlds worlds, SwarmPlans plans, ActuatorModel floor, MppiSettings settings, float radius, RandomStream random)
    {
        (_worlds, _plans, _radius) = (worlds, plans, radius);
        _expert = new MppiExpert(floor, settings, random);
        _others = new Vector2[(worlds.Robots - 1) * H];
        _radii = new float[worlds.Robots - 1];
        Array.Fill(_radii, radius);
    }

    /// <summary>The expert's plan for <paramref name="robot"/>.</summary>
    /// <param name="robot">Number of the robot.</param>
    /// <param name="plan">The warm start, [H]; receives the plan.</param>
    public void Plan(int robot, Span<Vector2> plan)
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
        var scene = new PlanScene
        {
            Goal = _worlds.Goals[robot],
            Radius = _radius,
            Steps = H,
            Neighbours = _others,
            NeighbourRadii = _radii,
            Obstacles = _points.AsSpan(0, points),
            LastCommand = _plans.LastCommand(robot),
        };
        _expert.Plan(_worlds.Positions[robot], _worlds.Velocities[robot], _plans.Pending(robot), scene, plan);
    }
}
