namespace GenRL.Swarm.Learning.Export;

/// <summary>
/// One step of the factored world model for ego and neighbours together. What is shared by all pairs and by all rows is computed once for all of them.
/// </summary>
internal sealed class EntityCell
{
    private readonly OnnxGraph _g;
    private readonly Weights _w;
    private readonly EntityRows _rows;
    private readonly PairLayer _pairs;
    private readonly string _heard;
    private readonly string _messageBias;
    private readonly string _said;
    private readonly string _shareBias;

    /// <summary>Prepares what stays the same over the steps.</summary>
    /// <param name="g">The graph to write to.</param>
    /// <param name="weights">The world model's weights.</param>
    /// <param name="rows">Which row is whose.</param>
    /// <param name="said">Way-points and goal, metres from the ego's position at the start, and has message, [N,9].</param>
    public EntityCell(OnnxGraph g, Weights weights, EntityRows rows, string said)
    {
        (_g, _w, _rows) = (g, weights, rows);
        _pairs = new PairLayer(g, weights);
        Heads = new EntityHeads(g, weights, rows);
        _heard = rows.Heard();
        _messageBias = _pairs.Bias(rows.HeardCount());
        _said = g.Affine(said, GruGates.OfSaid(weights), GruGates.Bias(weights, "neighbour"));
        _shareBias = rows.ByKind([.. Heads.MotionBias().Select(_pairs.ShareBias)]);
    }

    /// <summary>The heads of the memories.</summary>
    public EntityHeads Heads { get; }

    /// <summary>The memories after a step, [1+N,64], and the states (p + v dt, v) for <see cref="EntityHeads.Moved"/>.</summary>
    /// <param name="states">(p, v), [1+N,4].</param>
    /// <param name="memory">h, [1+N,64].</param>
    /// <param name="remembered">[h, z], [1+N,72].</param>
    /// <param name="command">In every row the ego's command and the seconds since the messages were read, [1+N,3].</param>
    public (string Memory, string Coasted) Remember(string states, string memory, string remembered, string command)
    {
        var shares = _g.Split(_g.Gemm(states, _pairs.OfState(), _shareBias), 1, PairLayer.Shares);
        var pairs = _pairs.Pairs(_g.Unsqueeze(shares[0], 1), _g.Unsqueeze(shares[3], 1), shares[1], shares[3]);
        var message = _pairs.Message(_g.SumOver(_g.Mul(pairs, _heard), 0), _messageBias);

        var ego = _g.Node("MatMul", [_rows.PickEgo, states]);
        var read = _rows.Apart(_g.Concat(1, states, ego, command, message, remembered));
        var gates = _g.Concat(
            0,
            _g.Affine(read.Ego, GruGates.Ego(_w, EntityColumns.All), GruGates.Bias(_w, "ego")),
            _g.Gemm(read.Neighbours, GruGates.Neighbour(_w, EntityColumns.All), _said));
        return (GruGates.Cell(_g, gates, memory), shares[2]);
    }
}
