using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Imagination;

namespace GenRL.Swarm.Onboard.Planning;

/// <summary>
/// Fifth stage: costs of the imagined candidates, and the plan: the soft minimum over those near the best one. Plans of another mode (the
/// other side of an obstacle) are left out, since the average of left and right is straight on. Allocates nothing.
/// </summary>
internal static class Chooser
{
    /// <summary>Candidates further than this from the best one, metres, half a second ahead, belong to another mode.</summary>
    private const float ModeDistance = 0.3f;

    private const int ModeStep = 4;
    private const int H = PlanShape.Horizon;
    private const int T = PlanShape.ImaginedSteps;

    /// <summary>Scores and chooses.</summary>
    /// <param name="bundle">The active release; its world model has run.</param>
    /// <param name="position">Where the robot is, metres.</param>
    /// <param name="scene">What to score against.</param>
    /// <param name="scratch">Memory of the tick.</param>
    /// <param name="record">Receives costs, best, plan and path.</param>
    /// <returns>Spread of the imagined end among the candidates averaged, metres; NaN when no cost is finite.</returns>
    public static float Choose(ModelBundle bundle, Vector2 position, in PlanScene scene, TickScratch scratch, TickRecord record)
    {
        var count = bundle.WorldModel.Candidates;
        var plans = MemoryMarshal.Cast<float, Vector2>(bundle.WorldModel.Plans);
        var paths = MemoryMarshal.Cast<float, Vector2>(bundle.WorldModel.Paths);
        record.Candidates = count;
        for (var k = 0; k < count; k++)
        {
            for (var t = 0; t < T; t++)
            {
                scratch.Path[t] = position + paths[(k * T) + t];
            }

            record.Costs[k] = PlanCost.Of(scratch.Path, plans.Slice(k * H, H), scene);
        }

        var weights = scratch.Weights.AsSpan(0, count);
        record.Best = SoftMinimum.Weights(record.Costs.AsSpan(0, count), CostWeights.Temperature, weights);
        if (record.Best < 0)
        {
            return float.NaN;
        }

        KeepOneMode(paths, record.Best, weights);
        return Average(bundle, plans, paths, position, weights, record);
    }

    private static void KeepOneMode(ReadOnlySpan<Vector2> paths, int best, Span<float> weights)
    {
        var kept = 0f;
        var reference = paths[(best * T) + ModeStep];
        for (var k = 0; k < weights.Length; k++)
        {
            weights[k] = Vector2.Distance(paths[(k * T) + ModeStep], reference) > ModeDistance ? 0f : weights[k];
            kept += weights[k];
        }

        for (var k = 0; k < weights.Length; k++)
        {
            weights[k] /= kept;
        }
    }

    private static float Average(
        ModelBundle bundle, ReadOnlySpan<Vector2> plans, ReadOnlySpan<Vector2> paths, Vector2 position, ReadOnlySpan<float> weights, TickRecord record)
    {
        Array.Clear(record.Plan);
        record.Path.AsSpan(0, T).Fill(position);
        for (var k = 0; k < weights.Length; k++)
        {
            if (weights[k] == 0f)
            {
                continue;
            }

            for (var t = 0; t < H; t++)
            {
                record.Plan[t] += weights[k] * plans[(k * H) + t];
            }

            // The imagined dynamics are close to linear: the path of the average is taken as the average of the paths.
            for (var t = 0; t < T; t++)
            {
                record.Path[t] += weights[k] * paths[(k * T) + t];
            }
        }

        var variance = 0f;
        for (var k = 0; k < weights.Length; k++)
        {
            // A candidate that was left out may lead anywhere, to infinity too.
            variance += weights[k] == 0f ? 0f : weights[k] * Vector2.DistanceSquared(position + paths[(k * T) + T - 1], record.Path[T - 1]);
        }

        Forecast.Extend(bundle, record.Plan, record.Path);
        return MathF.Sqrt(variance);
    }
}
