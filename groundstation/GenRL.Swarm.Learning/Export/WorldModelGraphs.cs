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

    /// <summary>A free dimension: only the neighbours that are there are imagined.</summary>
    private const string NeighbourRows = "N";

    /// <summary>One filtering step from the last tick to this one.</summary>
    public static byte[] Encode(Weights weights)
    {
        var g = new OnnxGraph("encode");
        var motion = g.Split(g.Input(GraphNames.EgoMotion, 1, 4), 1, 2, 2);
        var scene = new EntityInputs(g, weights, motion[0], N);
        var seen = g.Concat(0, g.Input(GraphNames.EgoSeen, 1, 2), g.Input(GraphNames.NeighbourSeen, N, 2));
        var command = g.Concat(1, scene.Rows.InEveryRow(motion[1]), g.Concat(0, g.Constant([0f], 1, 1), scene.Elapsed));
        var (memory, coasted) = scene.Cell.Remember(scene.States, scene.Memory, scene.Remembered, command);
        var heads = scene.Cell.Heads;
        var expected = heads.Moved(g.Concat(1, memory, heads.Prior(memory)), coasted);
        var change = g.Columns(g.Sub(expected, scene.States), 2, 2, 1);

        var memories = scene.Rows.Apart(memory);
        var latents = scene.Rows.Apart(heads.Posterior(memory, seen));
        g.Output(GraphNames.EgoMemoryNext, memories.Ego, 1, NetworkShape.Memory);
        g.Output(GraphNames.EgoLatentNext, latents.Ego, 1, NetworkShape.Latent);
        g.Output(GraphNames.NeighbourMemoryNext, memories.Neighbours, N, NetworkShape.Memory);
        g.Output(GraphNames.NeighbourLatentNext, latents.Neighbours, N, NetworkShape.Latent);
        g.Output(GraphNames.EgoExpected, g.Columns(change, 0, 1, 0), 1, 2);
        return g.ToBytes();
    }

    /// <summary>Ego and neighbours imagined together for T steps, the ego following its told plan.</summary>
    public static byte[] Predict(Weights weights)
    {
        var g = new OnnxGraph("predict");
        var scene = new EntityInputs(g, weights, g.Input(GraphNames.EgoVelocity, 1, 2), NeighbourRows);
        var elapsed = g.Constant([.. Enumerable.Range(0, T).Select(t => PlanShape.TickSeconds * t)], T, 1);
        var timed = g.Reshape(g.Concat(1, g.Reshape(g.Input(GraphNames.ToldPlan, 1, 2 * T), T, 2), elapsed), 1, 3 * T);
        var commands = g.Split(scene.Rows.InEveryRow(timed), 1, [.. Enumerable.Repeat(3L, T)]);
        var (states, memory, remembered) = (scene.States, scene.Memory, scene.Remembered);
        var path = new string[T];
        for (var t = 0; t < T; t++)
        {
            (memory, var coasted) = scene.Cell.Remember(states, memory, remembered, commands[t]);
            remembered = g.Concat(1, memory, scene.Cell.Heads.Prior(memory));
            path[t] = states = scene.Cell.Heads.Moved(remembered, coasted);
        }

        var (positions, velocities) = Unzip(g, path);
        var (own, others) = scene.Rows.Apart(positions);
        g.Output(GraphNames.NeighbourPath, others, NeighbourRows, 2 * T);
        g.Output(GraphNames.NeighbourPathVelocity, scene.Rows.Apart(velocities).Neighbours, NeighbourRows, 2 * T);
        g.Output(GraphNames.EgoPath, own, 1, 2 * T);
        return g.ToBytes();
    }

    /// <summary>K candidate plans imagined for T steps against the neighbours' predicted paths.</summary>
    public static byte[] Imagine(Weights weights)
    {
        const string K = "K";
        var g = new OnnxGraph("imagine");
        var velocity = g.Input(GraphNames.EgoVelocity, 1, 2);
        var plans = g.Input(GraphNames.Plans, K, NetworkShape.Chunk);
        var track = g.Input(GraphNames.NeighbourTrack, NeighbourRows, 2 * T);
        var velocities = g.Input(GraphNames.NeighbourTrackVelocity, NeighbourRows, 2 * T);
        var cell = new CandidateCell(g, weights, g.Input(GraphNames.Mask, NeighbourRows, 1), track, velocities);
        var start = g.Concat(
            1, g.Constant([0f, 0f], 1, 2), velocity, g.Input(GraphNames.EgoMemory, 1, NetworkShape.Memory), g.Input(GraphNames.EgoLatent, 1, NetworkShape.Latent));

        var rows = g.Add(g.Scale(g.Columns(plans, 0, 1, 1), 0f), start);
        var parts = g.Split(rows, 1, EntityColumns.State, EntityColumns.Remembered);
        var (states, memory, remembered) = (parts[0], g.Columns(parts[1], 0, NetworkShape.Memory, 1), parts[1]);
        var commands = g.Split(plans, 1, [.. Enumerable.Repeat(2L, T), NetworkShape.Chunk - (2 * T)]);
        var path = new string[T];
        for (var t = 0; t < T; t++)
        {
            (states, memory, remembered) = cell.Step(t, states, memory, remembered, commands[t]);
            path[t] = states;
        }

        g.Output(GraphNames.Paths, Unzip(g, path).Positions, K, 2 * T);
        return g.ToBytes();
    }

    /// <summary>Positions and velocities, [rows,2T] each, of T states [rows,4].</summary>
    private static (string Positions, string Velocities) Unzip(OnnxGraph g, string[] states)
    {
        var parts = g.Split(g.Reshape(g.Concat(1, states), -1, T, EntityColumns.State), 2, 2, 2);
        return (g.Reshape(parts[0], -1, 2 * T), g.Reshape(parts[1], -1, 2 * T));
    }
}
