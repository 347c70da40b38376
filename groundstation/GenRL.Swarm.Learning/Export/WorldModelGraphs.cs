using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Learning.Export;

/// <summary>
/// The world model's three graphs: <c>encode</c> (one filtering step), <c>predict</c> (the neighbours imagined while the ego follows its
/// told plan) and <c>imagine</c> (K candidate plans imagined against that prediction). Inputs and outputs are those that
/// <see cref="GenRL.Swarm.Models.GraphNames"/> names.
/// </summary>
internal static class WorldModelGraphs
{
    private const int N = PlanShape.Neighbours;
    private const int T = PlanShape.ImaginedSteps;

    /// <summary>One filtering step from the last tick to this one.</summary>
    public static byte[] Encode(Weights weights)
    {
        var g = new OnnxGraph("encode");
        var ego = g.Input(GraphNames.EgoMotion, 1, 4);
        var features = g.Input(GraphNames.NeighbourFeatures, N, NetworkShape.NeighbourFeatures);
        var mask = g.Input(GraphNames.Mask, N, 1);
        var egoSeen = g.Input(GraphNames.EgoSeen, 1, 2);
        var neighbourSeen = g.Input(GraphNames.NeighbourSeen, N, 2);
        var state = WorldModelState.Inputs(g, 1);
        var cell = new WorldModelCell(g, weights, mask);

        var egoParts = g.Split(ego, 1, 2, 2);
        var position = g.Constant([0f, 0f], 1, 2);
        var f = g.Split(features, 1, 2, 2, 2, NetworkShape.NeighbourFeatures - 6);
        var egoMemory = cell.EgoMemory(position, egoParts[0], egoParts[1], f[0], f[2], state);
        var neighbourMemory = cell.NeighbourMemory(features, position, egoParts[0], f[0], f[2], state);

        var expected = g.Scale(cell.Motion("ego", egoMemory, cell.Prior("ego", egoMemory)), NetworkShape.MotionScale);
        g.Output(GraphNames.EgoMemoryNext, egoMemory, 1, NetworkShape.Memory);
        g.Output(GraphNames.EgoLatentNext, cell.Posterior("ego", egoMemory, egoSeen), 1, NetworkShape.Latent);
        g.Output(GraphNames.NeighbourMemoryNext, neighbourMemory, N, NetworkShape.Memory);
        g.Output(GraphNames.NeighbourLatentNext, cell.Posterior("neighbour", neighbourMemory, neighbourSeen), N, NetworkShape.Latent);
        g.Output(GraphNames.EgoExpected, expected, 1, 2);
        return g.ToBytes();
    }

    /// <summary>Ego and neighbours imagined together for T steps, the ego following its told plan.</summary>
    public static byte[] Predict(Weights weights)
    {
        var g = new OnnxGraph("predict");
        var velocity = g.Input(GraphNames.EgoVelocity, 1, 2);
        var plan = g.Split(g.Input(GraphNames.ToldPlan, 1, 2 * T), 1, [.. Enumerable.Repeat(2L, T)]);
        var features = g.Split(
            g.Input(GraphNames.NeighbourFeatures, N, NetworkShape.NeighbourFeatures), 1, 2, 2, 2, 6, 2, 1, NetworkShape.NeighbourFeatures - 15);
        var state = WorldModelState.Inputs(g, 1);
        var cell = new WorldModelCell(g, weights, g.Input(GraphNames.Mask, N, 1));

        var p = g.Constant([0f, 0f], 1, 2);
        var q = features[0];
        var w = features[2];
        var waypoints = g.Add(features[3], g.Concat(1, q, q, q));
        var goal = g.Add(features[4], q);
        var ones = g.Constant([.. Enumerable.Repeat(1f, N)], N, 1);
        var positions = new List<string>();
        var velocities = new List<string>();
        var own = new List<string>();
        for (var t = 0; t < T; t++)
        {
            var u = plan[t];
            var elapsed = g.Scale(ones, PlanShape.TickSeconds * t);
            var egoRows = g.Mul(g.Concat(1, velocity, u), ones);
            var seen = g.Concat(
                1, g.Sub(q, p), g.Sub(w, velocity), w, g.Sub(waypoints, g.Concat(1, q, q, q)), g.Sub(goal, q), features[5], elapsed, egoRows);
            var egoMemory = cell.EgoMemory(p, velocity, u, q, w, state);
            var neighbourMemory = cell.NeighbourMemory(seen, p, velocity, q, w, state);
            state = new WorldModelState(egoMemory, cell.Prior("ego", egoMemory), neighbourMemory, cell.Prior("neighbour", neighbourMemory));
            (p, velocity) = cell.Move("ego", p, velocity, state.Ego, state.EgoLatent);
            (q, w) = cell.Move("neighbour", q, w, state.Neighbour, state.NeighbourLatent);
            own.Add(p);
            positions.Add(q);
            velocities.Add(w);
        }

        g.Output(GraphNames.NeighbourPath, g.Concat(1, [.. positions]), N, 2 * T);
        g.Output(GraphNames.NeighbourPathVelocity, g.Concat(1, [.. velocities]), N, 2 * T);
        g.Output(GraphNames.EgoPath, g.Concat(1, [.. own]), 1, 2 * T);
        return g.ToBytes();
    }

    /// <summary>K candidate plans imagined for T steps against the neighbours' predicted paths.</summary>
    public static byte[] Imagine(Weights weights)
    {
        const string K = "K";
        var g = new OnnxGraph("imagine");
        var start = g.Input(GraphNames.EgoVelocity, 1, 2);
        var plans = g.Split(g.Input(GraphNames.Plans, K, NetworkShape.Chunk), 1, [.. Enumerable.Repeat(2L, T), NetworkShape.Chunk - (2 * T)]);
        var q = g.Split(g.Input(GraphNames.NeighbourTrack, N, 2 * T), 1, [.. Enumerable.Repeat(2L, T)]);
        var w = g.Split(g.Input(GraphNames.NeighbourTrackVelocity, N, 2 * T), 1, [.. Enumerable.Repeat(2L, T)]);
        var cell = new WorldModelCell(g, weights, g.Input(GraphNames.Mask, N, 1));
        var memory = g.Input(GraphNames.EgoMemory, 1, NetworkShape.Memory);
        var latent = g.Input(GraphNames.EgoLatent, 1, NetworkShape.Latent);

        var zeros = g.Scale(plans[0], 0f);
        var p = zeros;
        var velocity = g.Add(zeros, start);
        var wide = g.Columns(zeros, 0, 1, 1);
        var state = new WorldModelState(g.Add(wide, memory), g.Add(wide, latent), string.Empty, string.Empty);
        var positions = new List<string>();
        for (var t = 0; t < T; t++)
        {
            var next = cell.EgoMemory(p, velocity, plans[t], q[t], w[t], state);
            state = state with { Ego = next, EgoLatent = cell.Prior("ego", next) };
            (p, velocity) = cell.Move("ego", p, velocity, state.Ego, state.EgoLatent);
            positions.Add(p);
        }

        g.Output(GraphNames.Paths, g.Concat(1, [.. positions]), K, 2 * T);
        return g.ToBytes();
    }
}
