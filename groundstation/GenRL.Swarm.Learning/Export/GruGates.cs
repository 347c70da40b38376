using GenRL.Swarm.Models;

namespace GenRL.Swarm.Learning.Export;

/// <summary>
/// torch.nn.GRUCell as one layer: outputs [reset, update, new from the input, new from the memory], each 64 wide. The two parts of the new gate stay apart
/// because the reset gate stands between them.
/// </summary>
internal static class GruGates
{
    /// <summary>Outputs of the layer.</summary>
    public const int Width = 4 * M;

    /// <summary>What a neighbour said that stays the same while imagining: three way-points 6, goal 2, has message 1.</summary>
    public const int Said = 9;

    private const int M = NetworkShape.Memory;
    private const int SaidColumn = 6;

    /// <summary>The ego's gates over <paramref name="columns"/>.</summary>
    public static MergedWeights Ego(Weights w, EntityColumns columns)
    {
        var gates = new MergedWeights(Width, columns.Count);
        var input = w.Get("ego_memory.weight_ih", 3 * M, NetworkShape.EgoInputs);
        Read(columns.Own + 2, 0, 2);
        Read(columns.Command, 2, 2);
        Read(columns.Message, 4, NetworkShape.Message);
        Read(columns.Latent, 4 + NetworkShape.Message, NetworkShape.Latent);
        return Remember(gates, w, "ego", columns);

        void Read(int column, int from, int count) => gates.Add((0, column), (3 * M, count), input, NetworkShape.EgoInputs, (0, from));
    }

    /// <summary>A neighbour's gates over <paramref name="columns"/>, without the share of what it said.</summary>
    public static MergedWeights Neighbour(Weights w, EntityColumns columns)
    {
        // NetworkShape.NeighbourFeatures gives the order: q - p, w - v, w, way-points - q, goal - q, has message, elapsed, v, command.
        var gates = new MergedWeights(Width, columns.Count);
        var input = w.Get("neighbour_memory.weight_ih", 3 * M, NetworkShape.NeighbourInputs);
        Read(columns.Own, 0, 2);
        Read(columns.Ego, 0, 2, -1f);
        Read(columns.Own + 2, 2, 2);
        Read(columns.Ego + 2, 2, 2, -1f);
        Read(columns.Own + 2, 4, 2);
        for (var point = SaidColumn; point < SaidColumn + Said - 1; point += 2)
        {
            Read(columns.Own, point, 2, -1f);
        }

        Read(columns.Elapsed, SaidColumn + Said, 1);
        Read(columns.Ego + 2, SaidColumn + Said + 1, 2);
        Read(columns.Command, SaidColumn + Said + 3, 2);
        Read(columns.Message, NetworkShape.NeighbourFeatures, NetworkShape.Message);
        Read(columns.Latent, NetworkShape.NeighbourFeatures + NetworkShape.Message, NetworkShape.Latent);
        return Remember(gates, w, "neighbour", columns);

        void Read(int column, int from, int count, float scale = 1f) =>
            gates.Add((0, column), (3 * M, count), input, NetworkShape.NeighbourInputs, (0, from), scale);
    }

    /// <summary>The share of a neighbour's gates that comes of what it said, [256, 9].</summary>
    public static MergedWeights OfSaid(Weights w) => new MergedWeights(Width, Said).Add(
        (0, 0), (3 * M, Said), w.Get("neighbour_memory.weight_ih", 3 * M, NetworkShape.NeighbourInputs), NetworkShape.NeighbourInputs, (0, SaidColumn));

    /// <summary>The gates' bias, [256].</summary>
    public static float[] Bias(Weights w, string kind)
    {
        var (input, memory) = (w.Get($"{kind}_memory.bias_ih", 3 * M), w.Get($"{kind}_memory.bias_hh", 3 * M));
        return [.. input[..(2 * M)].Zip(memory, (a, b) => a + b), .. input[(2 * M)..], .. memory[(2 * M)..]];
    }

    /// <summary>h' = n + u (h - n) with r, u = sigmoid, n = tanh(from input + r from memory).</summary>
    /// <param name="g">The graph to write to.</param>
    /// <param name="gates">The layer's output, [rows, 256].</param>
    /// <param name="memory">h, [rows, 64].</param>
    public static string Cell(OnnxGraph g, string gates, string memory)
    {
        var parts = g.Split(gates, 1, 2 * M, M, M);
        var open = g.Split(g.Node("Sigmoid", [parts[0]]), 1, M, M);
        var candidate = g.Node("Tanh", [g.Add(parts[1], g.Mul(open[0], parts[2]))]);
        return g.Add(candidate, g.Mul(open[1], g.Sub(memory, candidate)));
    }

    private static MergedWeights Remember(MergedWeights gates, Weights w, string kind, EntityColumns columns)
    {
        var memory = w.Get($"{kind}_memory.weight_hh", 3 * M, M);
        return gates
            .Add((0, columns.Memory), (2 * M, M), memory, M)
            .Add((3 * M, columns.Memory), (M, M), memory, M, (2 * M, 0));
    }
}
