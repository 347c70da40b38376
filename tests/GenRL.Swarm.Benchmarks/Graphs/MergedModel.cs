using System.Numerics;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Export;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Imagination;

namespace GenRL.Swarm.Benchmarks.Graphs;

/// <summary>
/// One graph for the tick, joined from the release's own: encode, predict, the told path's tail on the floor's actuators, propose, extra noise and limit on the
/// samples, fixed candidates before them, the neighbours' tracks, imagine. Random numbers and fixed candidates are inputs; the cost, and so tell, stay outside.
/// </summary>
internal static class MergedModel
{
    /// <summary>Which slot each row of neighbours stands in, [N,8]: a 1 in its column. A row of zeros starts with an empty memory.</summary>
    public const string Slots = "slots";

    /// <summary>The ego block but for the told path, [1,10].</summary>
    public const string EgoNow = "ego_now";

    /// <summary>The told plan from its eleventh command on, [1,10], m/s.</summary>
    public const string ToldTail = "told_tail";

    /// <summary>Added to the samples, [K-3,30], m/s.</summary>
    public const string Jitter = "jitter";

    /// <summary>The candidates that are not sampled, [3,30], m/s.</summary>
    public const string Fixed = "fixed";

    private const int T = PlanShape.ImaginedSteps;
    private const int H = PlanShape.Horizon;
    private const int Tail = H - T;

    /// <summary>Writes it for <paramref name="bundle"/>, whose graphs' files <paramref name="read"/> gives.</summary>
    public static byte[] Write(ModelBundle bundle, Func<string, byte[]> read)
    {
        var g = new OnnxGraph("tick");
        var samples = bundle.Candidates() - ModelBundleOptions.FixedCandidates;
        var encoded = g.Include(read("encode.onnx"));
        var slots = g.Input(Slots, "N", PlanShape.Neighbours);
        var velocity = g.Input(GraphNames.EgoVelocity, 1, 2);
        var features = g.Input(GraphNames.NeighbourFeatures, "N", NetworkShape.NeighbourFeatures);
        var mask = g.Input(GraphNames.Mask, "N", 1);
        var told = g.Input(GraphNames.ToldPlan, 1, 2 * T);
        var predicted = g.Include(
            read("predict.onnx"), (GraphNames.EgoVelocity, velocity), (GraphNames.NeighbourFeatures, features), (GraphNames.Mask, mask), (GraphNames.ToldPlan, told),
            (GraphNames.EgoMemory, encoded[GraphNames.EgoMemoryNext]), (GraphNames.EgoLatent, encoded[GraphNames.EgoLatentNext]),
            (GraphNames.NeighbourMemory, g.Node("MatMul", [slots, encoded[GraphNames.NeighbourMemoryNext]])),
            (GraphNames.NeighbourLatent, g.Node("MatMul", [slots, encoded[GraphNames.NeighbourLatentNext]])));

        var path = predicted[GraphNames.EgoPath];
        var ego = g.Concat(1, g.Input(EgoNow, 1, 10), g.Columns(path, 8, 2, 1), g.Columns(path, 18, 2, 1), ToldEnd(g, bundle, path));
        var noise = g.Input(GraphNames.Noise, samples, NetworkShape.Chunk);
        var proposed = g.Include(read("propose.onnx"), (GraphNames.EgoBlock, ego), (GraphNames.Noise, noise))[GraphNames.Plans];
        var sampled = g.Add(proposed, g.Input(Jitter, samples, NetworkShape.Chunk));
        var plans = g.Concat(0, g.Input(Fixed, ModelBundleOptions.FixedCandidates, NetworkShape.Chunk), Limited(g, sampled, bundle.Contract.Limits.MaxSpeedMetresPerSecond));

        var imagined = g.Include(
            read("imagine.onnx"), (GraphNames.EgoVelocity, velocity), (GraphNames.Plans, plans), (GraphNames.Mask, mask),
            (GraphNames.NeighbourTrack, Track(g, features, 0, predicted[GraphNames.NeighbourPath])),
            (GraphNames.NeighbourTrackVelocity, Track(g, features, 4, predicted[GraphNames.NeighbourPathVelocity])),
            (GraphNames.EgoMemory, encoded[GraphNames.EgoMemoryNext]), (GraphNames.EgoLatent, encoded[GraphNames.EgoLatentNext]));

        g.Output(GraphNames.EgoMemoryNext, encoded[GraphNames.EgoMemoryNext], 1, NetworkShape.Memory);
        g.Output(GraphNames.EgoLatentNext, encoded[GraphNames.EgoLatentNext], 1, NetworkShape.Latent);
        g.Output(GraphNames.NeighbourMemoryNext, encoded[GraphNames.NeighbourMemoryNext], PlanShape.Neighbours, NetworkShape.Memory);
        g.Output(GraphNames.NeighbourLatentNext, encoded[GraphNames.NeighbourLatentNext], PlanShape.Neighbours, NetworkShape.Latent);
        g.Output(GraphNames.EgoExpected, encoded[GraphNames.EgoExpected], 1, 2);
        g.Output(GraphNames.EgoPath, path, 1, 2 * T);
        g.Output(GraphNames.NeighbourPath, predicted[GraphNames.NeighbourPath], "N", 2 * T);
        g.Output(GraphNames.Plans, plans, bundle.Candidates(), NetworkShape.Chunk);
        g.Output(GraphNames.Paths, imagined[GraphNames.Paths], bundle.Candidates(), 2 * T);
        return g.ToBytes();
    }

    /// <summary>Plans scored per tick, K.</summary>
    public static int Candidates(this ModelBundle bundle) => bundle.WorldModel.Candidates;

    /// <summary>Each command shortened to <paramref name="speed"/>.</summary>
    private static string Limited(OnnxGraph g, string plans, float speed)
    {
        var limit = g.Constant([speed], 1);
        var commands = g.Reshape(plans, -1, H, 2);
        var length = g.Node("Max", [g.Node("ReduceL2", [commands], OnnxGraph.Ints("axes", 2), OnnxGraph.Int("keepdims", 1)), limit]);
        return g.Reshape(g.Mul(commands, g.Node("Div", [limit, length])), -1, NetworkShape.Chunk);
    }

    /// <summary>Where a neighbour is at the beginning of each step: now, then its path but for the last position.</summary>
    private static string Track(OnnxGraph g, string features, int column, string path) => g.Concat(1, g.Columns(features, column, 2, 1), g.Columns(path, 0, (2 * T) - 2, 1));

    /// <summary>The told path's last position, which is linear in its last two imagined ones and in the commands after them.</summary>
    private static string ToldEnd(OnnxGraph g, ModelBundle bundle, string path)
    {
        const int Inputs = 4 + (2 * Tail);
        var weights = new float[2 * Inputs];
        var bias = End(bundle, new float[Inputs]);
        for (var i = 0; i < Inputs; i++)
        {
            var unit = new float[Inputs];
            unit[i] = 1f;
            var end = End(bundle, unit) - bias;
            (weights[i], weights[Inputs + i]) = (end.X, end.Y);
        }

        return g.Affine(g.Concat(1, g.Columns(path, (2 * T) - 4, 4, 1), g.Input(ToldTail, 1, 2 * Tail)), weights, [bias.X, bias.Y], Inputs, 2);
    }

    private static Vector2 End(ModelBundle bundle, float[] inputs)
    {
        var (plan, path) = (new Vector2[H], new Vector2[H]);
        (path[T - 2], path[T - 1]) = (new Vector2(inputs[0], inputs[1]), new Vector2(inputs[2], inputs[3]));
        for (var t = 0; t < Tail; t++)
        {
            plan[T + t] = new Vector2(inputs[4 + (2 * t)], inputs[5 + (2 * t)]);
        }

        Forecast.Extend(bundle, plan, path);
        return path[H - 1];
    }
}
