using System.Numerics;

namespace GenRL.Swarm.Agent.Planning;

/// <summary>
/// What a plan costs, given where the world model says that it leads: distance to the goal, effort, nearness to neighbours and obstacles,
/// jerk, and departure from what was told. Source: the cost of the measured prototype (MPPI expert and planner alike), the commitment term
/// after RMADER's reasoning (arXiv 2303.06222). Allocates nothing.
/// </summary>
public static class PlanCost
{
    /// <summary>The cost of one candidate.</summary>
    /// <param name="path">Imagined positions, [T], metres.</param>
    /// <param name="plan">Commands, [H], metres per second.</param>
    /// <param name="scene">What to score against.</param>
    public static float Of(ReadOnlySpan<Vector2> path, ReadOnlySpan<Vector2> plan, in PlanScene scene)
    {
        var steps = scene.Steps;
        var toGoal = 0f;
        for (var t = 0; t < steps; t++)
        {
            toGoal += Vector2.Distance(path[t], scene.Goal);
        }

        var cost = (CostWeights.GoalMean * toGoal / steps) + (CostWeights.GoalEnd * Vector2.Distance(path[steps - 1], scene.Goal));

        var effort = 0f;
        foreach (var u in plan)
        {
            effort += u.LengthSquared();
        }

        cost += CostWeights.Effort * effort / plan.Length;
        cost += CostWeights.Smoothness * Vector2.DistanceSquared(plan[0], scene.LastCommand);
        for (var n = 0; n < scene.NeighbourRadii.Length; n++)
        {
            var others = scene.Neighbours.Slice(n * steps, steps);
            var contact = scene.Radius + scene.NeighbourRadii[n];
            for (var t = 0; t < steps; t++)
            {
                cost += Nearness(Vector2.DistanceSquared(path[t], others[t]), contact);
            }
        }

        foreach (var obstacle in scene.Obstacles)
        {
            for (var t = 0; t < steps; t++)
            {
                cost += Nearness(Vector2.DistanceSquared(path[t], obstacle), scene.Radius);
            }
        }

        return cost + Commitment(path, scene);
    }

    private static float Nearness(float squaredDistance, float contact)
    {
        var wanted = contact + CostWeights.Clearance;
        if (squaredDistance >= wanted * wanted)
        {
            return 0f;
        }

        var distance = MathF.Sqrt(squaredDistance);
        var shortfall = wanted - distance;
        return (CostWeights.Proximity * shortfall * shortfall) + (distance < contact + CostWeights.ContactSlack ? CostWeights.Contact : 0f);
    }

    private static float Commitment(ReadOnlySpan<Vector2> path, in PlanScene scene)
    {
        if (scene.Told.IsEmpty)
        {
            return 0f;
        }

        var departure = 0f;
        for (var t = 0; t < scene.Steps; t++)
        {
            departure += Vector2.Distance(path[t], scene.Told[t]);
        }

        return CostWeights.Commitment * departure / scene.Steps;
    }
}
