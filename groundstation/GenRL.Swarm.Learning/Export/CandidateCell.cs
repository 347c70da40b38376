using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Learning.Export;

/// <summary>
/// One step of the factored world model for the ego alone, in K rows, one for each candidate plan, against neighbours that go as predicted. The neighbours' shares
/// of the messages are computed once for all steps.
/// </summary>
internal sealed class CandidateCell
{
    private const int Hidden = NetworkShape.MessageHidden;
    private const int T = PlanShape.ImaginedSteps;

    /// <summary>Added to an absent neighbour's share: SiLU of it is 0 within 1e-6, also where a runtime's sigmoid stops at -18.</summary>
    private const float Absent = -40f;

    private readonly OnnxGraph _g;
    private readonly Weights _w;
    private readonly PairLayer _pairs;
    private readonly EntityHeads _heads;
    private readonly string[] _senders;
    private readonly string[] _places;
    private readonly string _messageBias;

    /// <summary>Prepares what stays the same over the steps.</summary>
    /// <param name="g">The graph to write to.</param>
    /// <param name="weights">The world model's weights.</param>
    /// <param name="mask">[N,1]: 1 where a neighbour is present.</param>
    /// <param name="track">The neighbours' positions at the beginning of each step, [N,2T].</param>
    /// <param name="velocities">Their velocities, [N,2T].</param>
    public CandidateCell(OnnxGraph g, Weights weights, string mask, string track, string velocities)
    {
        (_g, _w) = (g, weights);
        _pairs = new PairLayer(g, weights);
        _heads = new EntityHeads(g, weights);

        var states = g.Reshape(g.Concat(2, g.Reshape(track, -1, T, 2), g.Reshape(velocities, -1, T, 2)), -1, EntityColumns.State);
        var shares = g.Reshape(g.Affine(states, _pairs.OfSender(), _pairs.SenderBias()), -1, T, Hidden + 2);
        var parts = g.Split(shares, 2, Hidden, 2);
        var absent = g.Mul(g.Sub(g.Unsqueeze(mask, 1), g.Constant([1f], 1)), g.Constant([-Absent], 1));
        long[] each = [.. Enumerable.Repeat(1L, T)];
        (_senders, _places) = (g.Split(g.Add(parts[0], absent), 1, each), g.Split(parts[1], 1, each));
        _messageBias = _pairs.Bias(g.Node("ReduceSum", [mask, g.Integers(0)], OnnxGraph.Int("keepdims", 1)));
    }

    /// <summary>States (p, v) [K,4], h [K,64] and [h, z] [K,72] after step <paramref name="t"/> under <paramref name="command"/>, [K,2].</summary>
    public (string States, string Memory, string Remembered) Step(int t, string states, string memory, string remembered, string command)
    {
        var shares = _g.Split(_g.Affine(states, _pairs.OfState(), _pairs.ShareBias(_heads.MotionBias()[0])), 1, PairLayer.Shares);
        var pairs = _pairs.Pairs(_senders[t], _places[t], shares[1], shares[3]);
        var message = _pairs.Message(_g.SumOver(pairs, 0), _messageBias);

        var read = _g.Concat(1, states, command, message, remembered);
        var next = GruGates.Cell(_g, _g.Affine(read, GruGates.Ego(_w, EntityColumns.OwnOnly), GruGates.Bias(_w, "ego")), memory);
        var both = _g.Concat(1, next, _heads.Prior(next));
        return (_heads.Moved(both, shares[2]), next, both);
    }
}
