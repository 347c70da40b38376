using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;
using static GenRL.Swarm.Learning.Export.OnnxGraph;

namespace GenRL.Swarm.Learning.Export;

/// <summary>
/// The messages m_i = sum over senders j of phi(q_j - p_i, w_j - v_i, v_i, exp(-3 |q_j - p_i|)). phi's first layer is linear in all but the last, so that it is a sender's
/// share less a receiver's share, each computed once per entity instead of once per pair; its last layer is linear, so that it is applied once to the sum.
/// </summary>
internal sealed class PairLayer(OnnxGraph g, Weights w)
{
    /// <summary>Shares of the state (p, v) in <see cref="OfState"/>: as sender, as receiver, moved on at constant velocity, 3 p.</summary>
    public static readonly long[] Shares = [Hidden, Hidden, EntityColumns.State, 2];

    /// <summary>The distance's factor in the last of phi's inputs.</summary>
    private const float Nearness = 3f;

    private const int Hidden = NetworkShape.MessageHidden;
    private const int Pair = NetworkShape.PairFeatures;

    private readonly float[] _first = w.Get("message.0.weight", Hidden, Pair);

    /// <summary>Weights [70, 4] of all <see cref="Shares"/>.</summary>
    public MergedWeights OfState() => new MergedWeights((int)Shares.Sum(), EntityColumns.State)
        .Add((0, 0), (Hidden, 4), _first, Pair)
        .Add((Hidden, 0), (Hidden, 4), _first, Pair)
        .Add((Hidden, 2), (Hidden, 2), _first, Pair, (0, 4), -1f)
        .AddDiagonal((2 * Hidden, 0), EntityColumns.State, 1f)
        .AddDiagonal((2 * Hidden, 2), 2, PlanShape.TickSeconds)
        .AddDiagonal(((2 * Hidden) + EntityColumns.State, 0), 2, Nearness);

    /// <summary>Weights [34, 4] of a sender's share and 3 q.</summary>
    public MergedWeights OfSender() => new MergedWeights(Hidden + 2, EntityColumns.State)
        .Add((0, 0), (Hidden, 4), _first, Pair)
        .AddDiagonal((Hidden, 0), 2, Nearness);

    /// <summary>The bias [34] of <see cref="OfSender"/>: that of phi's first layer goes with the sender's share.</summary>
    public float[] SenderBias() => [.. w.Get("message.0.bias", Hidden), 0f, 0f];

    /// <summary>The bias [70] of <see cref="OfState"/>, with what is to be added to the moved state, [4].</summary>
    public float[] ShareBias(float[] moved) => [.. w.Get("message.0.bias", Hidden), .. new float[Hidden], .. moved, 0f, 0f];

    /// <summary>SiLU of phi's first layer for each pair, [senders, receivers, 32].</summary>
    /// <param name="senders">Shares as sender, [S,1,32].</param>
    /// <param name="senderPlaces">3 q, [S,1,2].</param>
    /// <param name="receivers">Shares as receiver, [R,32].</param>
    /// <param name="receiverPlaces">3 p, [R,2].</param>
    public string Pairs(string senders, string senderPlaces, string receivers, string receiverPlaces)
    {
        var last = new MergedWeights(Hidden, 1).Add((0, 0), (Hidden, 1), _first, Pair, (0, Pair - 1)).Values;
        var distance = g.Node("ReduceL2", [g.Sub(senderPlaces, receiverPlaces)], Ints("axes", 2), Int("keepdims", 1));
        var near = g.Node("Div", [g.Constant(last, 1, 1, Hidden), g.Node("Exp", [distance])]);
        return g.Silu(g.Add(g.Sub(senders, receivers), near));
    }

    /// <summary>phi's last layer on a sum over senders, [R,32]; <paramref name="bias"/> comes of <see cref="Bias"/>.</summary>
    public string Message(string sum, string bias) =>
        g.Gemm(sum, new MergedWeights(NetworkShape.Message, Hidden, w.Get("message.2.weight", NetworkShape.Message, Hidden)), bias);

    /// <summary>The last layer's bias, once per sender: [rows,16] of <paramref name="senders"/>, [rows,1].</summary>
    public string Bias(string senders) => g.Mul(senders, g.Constant(w.Get("message.2.bias", NetworkShape.Message), 1, NetworkShape.Message));
}
