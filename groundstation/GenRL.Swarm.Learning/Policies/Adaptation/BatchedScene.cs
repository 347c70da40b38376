using System.Numerics;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Planning;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Policies.Adaptation;

/// <summary>
/// <see cref="PlanCost"/> over tensors: the scenes of B logged moments, and what K plans cost in each of them. A test ties the two
/// together. The tensors belong to the dispose scope in which this was made.
/// </summary>
internal sealed class BatchedScene
{
    /// <summary>Lidar returns beyond this do not enter the cost, metres: the widest a robot swerves within a plan.</summary>
    private const float ObstacleRange = 1f;

    private readonly Tensor _lastCommand;
    private readonly Tensor _neighbours;
    private readonly Tensor _present;
    private readonly Tensor _obstacles;
    private readonly Tensor _standing;
    private readonly float _radius;

    /// <summary>The scenes at <paramref name="moments"/>, with neighbours at <paramref name="neighbours"/>, [B,S,H,2].</summary>
    public BatchedScene(IReadOnlyList<LoggedMoment> moments, Tensor neighbours)
    {
        var slots = moments[0].Track.Slots;
        var goals = new float[moments.Count * 2];
        var last = new float[moments.Count * 2];
        var present = new float[moments.Count * slots];
        var points = new Vector2[moments.Count][];
        Span<Vector2> buffer = stackalloc Vector2[PlanShape.LidarSectors];
        for (var b = 0; b < moments.Count; b++)
        {
            var (track, t) = moments[b];
            track.Goals[t].CopyTo(goals, 2 * b);
            track.Commands[t - 1].CopyTo(last, 2 * b);
            for (var s = 0; s < slots; s++)
            {
                present[(b * slots) + s] = track.Present[(s * track.Ticks) + t] ? 1f : 0f;
            }

            var ranges = track.Ranges.AsSpan(t * PlanShape.LidarSectors, PlanShape.LidarSectors);
            points[b] = buffer[..LidarSectors.Points(track.Positions[t], ranges, track.MaxRange, ObstacleRange, buffer)].ToArray();
        }

        _radius = moments[0].Track.Radius;
        _neighbours = neighbours;
        Goals = tensor(goals, [moments.Count, 1, 1, 2]);
        _lastCommand = tensor(last, [moments.Count, 1, 2]);
        _present = tensor(present, [moments.Count, slots]);
        (_obstacles, _standing) = Stack(points);
    }

    /// <summary>Goals, [B,1,1,2], metres.</summary>
    public Tensor Goals { get; }

    /// <summary>What plans cost.</summary>
    /// <param name="paths">Where they lead, [B,K,H,2], metres.</param>
    /// <param name="plans">The plans, [B,K,H,2], metres per second.</param>
    /// <returns>Costs, [B,K].</returns>
    public Tensor Cost(Tensor paths, Tensor plans)
    {
        var distance = Length(paths - Goals);
        var cost = (CostWeights.GoalMean * distance.mean([-1])) + (CostWeights.GoalEnd * distance.select(-1, PlanShape.Horizon - 1));
        cost = cost + (CostWeights.Effort / PlanShape.Horizon * plans.square().sum([-2, -1]));
        cost = cost + (CostWeights.Smoothness * (plans.select(2, 0) - _lastCommand).square().sum(-1));
        for (var s = 0; s < _present.size(1); s++)
        {
            cost = cost + Nearness(paths - _neighbours.narrow(1, s, 1), 2 * _radius, _present.narrow(1, s, 1));
        }

        for (var m = 0; m < _standing.size(1); m++)
        {
            cost = cost + Nearness(paths - _obstacles.narrow(1, m, 1).unsqueeze(2), _radius, _standing.narrow(1, m, 1));
        }

        return cost;
    }

    private static Tensor Length(Tensor vectors) => vectors.square().sum(-1).sqrt();

    /// <summary>The cost of being near one thing, [B,K], where the mask, [B,1], says that it is there.</summary>
    private static Tensor Nearness(Tensor offset, float contact, Tensor mask)
    {
        var distance = Length(offset);
        var shortfall = (contact + CostWeights.Clearance - distance).relu().square().sum(-1);
        var touching = distance.lt(contact + CostWeights.ContactSlack).to_type(ScalarType.Float32).sum(-1);
        return ((CostWeights.Proximity * shortfall) + (CostWeights.Contact * touching)) * mask;
    }

    /// <summary>Points as [B,M,2] with a mask [B,M], M the largest number of points of any scene.</summary>
    private static (Tensor Points, Tensor Mask) Stack(Vector2[][] points)
    {
        var most = points.Max(scene => scene.Length);
        var values = new float[points.Length * most * 2];
        var mask = new float[points.Length * most];
        for (var b = 0; b < points.Length; b++)
        {
            for (var m = 0; m < points[b].Length; m++)
            {
                points[b][m].CopyTo(values, 2 * ((b * most) + m));
                mask[(b * most) + m] = 1f;
            }
        }

        return (tensor(values, [points.Length, most, 2]), tensor(mask, [points.Length, most]));
    }
}
