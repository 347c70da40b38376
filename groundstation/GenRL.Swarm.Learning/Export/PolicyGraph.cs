using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Learning.Export;

/// <summary>
/// The graph <c>propose</c>: observation and K rows of noise in, K action chunks out, by the one-step student. The context's share of the
/// student's first layer is computed once and broadcast over the K rows.
/// </summary>
internal static class PolicyGraph
{
    private const int N = PlanShape.Neighbours;

    /// <summary>The model file's bytes.</summary>
    public static byte[] Propose(Weights w)
    {
        const string K = "K";
        var g = new OnnxGraph("propose");
        var ego = g.Input(GraphNames.EgoBlock, 1, ObservationShape.Ego);
        var lidar = g.Input(GraphNames.LidarBlock, 1, PlanShape.LidarSectors);
        var neighbours = g.Input(GraphNames.NeighbourBlocks, N, ObservationShape.Neighbour);
        var mask = g.Input(GraphNames.Mask, N, 1);
        var noise = g.Input(GraphNames.Noise, K, NetworkShape.Chunk);

        var egoToken = g.Silu(g.Linear(g.Concat(1, ego, lidar), w, "encoder.ego.0", NetworkShape.EgoToken, NetworkShape.Token));
        var egoRows = g.Mul(g.Constant([.. Enumerable.Repeat(1f, N)], N, 1), ego);
        var x = g.Silu(g.Linear(g.Concat(1, neighbours, egoRows), w, "encoder.neighbour.0", NetworkShape.NeighbourToken, NetworkShape.Token));
        x = g.Mul(g.Silu(g.Linear(x, w, "encoder.neighbour.2", NetworkShape.Token, NetworkShape.Token)), mask);
        var sum = g.Node("ReduceSum", [x, g.Integers(0)], OnnxGraph.Int("keepdims", 1));
        var max = g.Node("Relu", [g.Node("ReduceMax", [x], OnnxGraph.Ints("axes", 0), OnnxGraph.Int("keepdims", 1))]);
        var pooled = g.Concat(1, egoToken, g.Scale(sum, 1f / NetworkShape.NeighbourPool), max);
        var context = g.Silu(g.Linear(pooled, w, "encoder.context.0", 3 * NetworkShape.Token, NetworkShape.Context));

        const int Inputs = NetworkShape.Chunk + NetworkShape.Context;
        const int Hidden = NetworkShape.PolicyHidden;
        var first = w.Get("student.0.weight", Hidden, Inputs);
        var fromNoise = g.Node("Gemm", [noise, g.Constant(Part(first, 0, NetworkShape.Chunk), Hidden, NetworkShape.Chunk)], OnnxGraph.Int("transB", 1));
        var fromContext = g.Affine(context, Part(first, NetworkShape.Chunk, NetworkShape.Context), w.Get("student.0.bias", Hidden), NetworkShape.Context, Hidden);
        var h = g.Silu(g.Add(fromNoise, fromContext));
        h = g.Silu(g.Linear(h, w, "student.2", Hidden, Hidden));
        h = g.Silu(g.Linear(h, w, "student.4", Hidden, Hidden));
        g.Output(GraphNames.Plans, g.Linear(h, w, "student.6", Hidden, NetworkShape.Chunk), K, NetworkShape.Chunk);
        return g.ToBytes();

        static float[] Part(float[] matrix, int from, int count)
        {
            var part = new float[Hidden * count];
            for (var r = 0; r < Hidden; r++)
            {
                Array.Copy(matrix, (r * Inputs) + from, part, r * count, count);
            }

            return part;
        }
    }
}
