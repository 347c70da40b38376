using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;
using static GenRL.Swarm.Learning.Export.OnnxGraph;

namespace GenRL.Swarm.Learning.Export;

/// <summary>
/// One step of the factored world model as nodes. Messages: m_i = sum over present j of phi(pair); as phi's last layer is linear, it is
/// applied once after the sum instead of once per pair, with the bias times the number of senders.
/// </summary>
internal sealed class WorldModelCell
{
    private const int N = PlanShape.Neighbours;

    private readonly OnnxGraph _g;
    private readonly Weights _w;
    private readonly string _presentRow;
    private readonly string _presentRow3;
    private readonly string _senders;
    private readonly string _egoCount;
    private readonly string _neighbourCount;

    /// <summary>Prepares one step.</summary>
    /// <param name="g">The graph to write to.</param>
    /// <param name="weights">The world model's weights.</param>
    /// <param name="mask">Value [N,1]: 1 where a neighbour is present.</param>
    public WorldModelCell(OnnxGraph g, Weights weights, string mask)
    {
        _g = g;
        _w = weights;
        _presentRow = g.Reshape(mask, 1, N);
        _presentRow3 = g.Reshape(mask, 1, N, 1);
        _egoCount = g.Node("ReduceSum", [_presentRow, g.Integers(1)], Int("keepdims", 1));

        // Row i: who is heard by neighbour i: the ego and every other present neighbour.
        var notSelf = new float[N * (N + 1)];
        for (var i = 0; i < N; i++)
        {
            for (var j = 0; j <= N; j++)
            {
                notSelf[(i * (N + 1)) + j] = j == i + 1 ? 0f : 1f;
            }
        }

        var heard = g.Mul(g.Constant(notSelf, N, N + 1), g.Concat(1, g.Constant([1f], 1, 1), _presentRow));
        _neighbourCount = g.Node("ReduceSum", [heard, g.Integers(1)], Int("keepdims", 1));
        _senders = g.Unsqueeze(heard, 2);
    }

    /// <summary>The ego's next memory; rows of p, v, u and its state may be 1 or K, neighbours' are N.</summary>
    public string EgoMemory(string p, string v, string u, string q, string w, WorldModelState state)
    {
        var hidden = PairHidden(p, v, _g.Unsqueeze(q, 0), _g.Unsqueeze(w, 0), N);
        var message = Message(_g.SumOver(_g.Mul(hidden, _presentRow3), 1), _egoCount);
        var x = _g.Concat(1, v, u, message, state.EgoLatent);
        return _g.GruCell(x, state.Ego, _w, "ego_memory", NetworkShape.EgoInputs, NetworkShape.Memory);
    }

    /// <summary>The neighbours' next memory, [N, memory].</summary>
    public string NeighbourMemory(string features, string p, string v, string q, string w, WorldModelState state)
    {
        var positions = _g.Unsqueeze(_g.Concat(0, p, q), 0);
        var velocities = _g.Unsqueeze(_g.Concat(0, v, w), 0);
        var hidden = PairHidden(q, w, positions, velocities, N + 1);
        var message = Message(_g.SumOver(_g.Mul(hidden, _senders), 1), _neighbourCount);
        var x = _g.Concat(1, features, message, state.NeighbourLatent);
        return _g.GruCell(x, state.Neighbour, _w, "neighbour_memory", NetworkShape.NeighbourInputs, NetworkShape.Memory);
    }

    /// <summary>Mean of the prior latent of entity kind <paramref name="kind"/>.</summary>
    public string Prior(string kind, string memory) => _g.TwoLayersHead(
        memory, _w, $"{kind}_prior", NetworkShape.Memory, NetworkShape.LatentHidden, 2 * NetworkShape.Latent, NetworkShape.Latent);

    /// <summary>Mean of the posterior latent, which has seen the change of velocity.</summary>
    public string Posterior(string kind, string memory, string seen) => _g.TwoLayersHead(
        _g.Concat(1, memory, seen), _w, $"{kind}_posterior", NetworkShape.Memory + 2, NetworkShape.LatentHidden, 2 * NetworkShape.Latent,
        NetworkShape.Latent);

    /// <summary>The motion head, unscaled.</summary>
    public string Motion(string kind, string memory, string latent) => _g.TwoLayers(
        _g.Concat(1, memory, latent), _w, $"{kind}_motion", NetworkShape.Memory + NetworkShape.Latent, NetworkShape.MotionHidden, 2);

    /// <summary>v' = v + 0.5 motion, p' = p + (v + v') / 2 dt.</summary>
    public (string Position, string Velocity) Move(string kind, string p, string v, string memory, string latent)
    {
        var next = _g.Add(v, _g.Scale(Motion(kind, memory, latent), NetworkShape.MotionScale));
        return (_g.Add(p, _g.Scale(_g.Add(v, next), PlanShape.TickSeconds / 2f)), next);
    }

    private string Message(string sum, string count)
    {
        var weight = _w.Get("message.2.weight", NetworkShape.Message, NetworkShape.MessageHidden);
        var bias = _g.Constant(_w.Get("message.2.bias", NetworkShape.Message), 1, NetworkShape.Message);
        var product = _g.Node("Gemm", [sum, _g.Constant(weight, NetworkShape.Message, NetworkShape.MessageHidden)], Int("transB", 1));
        return _g.Add(product, _g.Mul(count, bias));
    }

    /// <summary>SiLU of phi's first layer for every (receiver, sender): [R, S, hidden].</summary>
    private string PairHidden(string p, string v, string senders, string senderVelocities, int count)
    {
        var receivers = _g.Unsqueeze(p, 1);
        var receiverVelocities = _g.Unsqueeze(v, 1);
        var dp = _g.Sub(senders, receivers);
        var dv = _g.Sub(senderVelocities, receiverVelocities);
        var own = _g.Add(receiverVelocities, _g.Constant(new float[count * 2], 1, count, 2));
        var distance = _g.Node("ReduceL2", [dp], Ints("axes", 2), Int("keepdims", 1));
        var near = _g.Node("Exp", [_g.Scale(distance, -3f)]);
        var pair = _g.Concat(2, dp, dv, own, near);
        var weight = Transposed(_w.Get("message.0.weight", NetworkShape.MessageHidden, NetworkShape.PairFeatures), NetworkShape.MessageHidden, NetworkShape.PairFeatures);
        var product = _g.Node("MatMul", [pair, _g.Constant(weight, NetworkShape.PairFeatures, NetworkShape.MessageHidden)]);
        return _g.Silu(_g.Add(product, _g.Constant(_w.Get("message.0.bias", NetworkShape.MessageHidden), 1, 1, NetworkShape.MessageHidden)));
    }

    private static float[] Transposed(float[] matrix, int rows, int columns)
    {
        var result = new float[matrix.Length];
        for (var r = 0; r < rows; r++)
        {
            for (var c = 0; c < columns; c++)
            {
                result[(c * rows) + r] = matrix[(r * columns) + c];
            }
        }

        return result;
    }
}
