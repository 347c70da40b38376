using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Learning.Export;

/// <summary>
/// The heads of an entity's memory: prior, posterior and motion, each Linear, SiLU, Linear. For rows of two kinds both kinds' hidden layers are computed for all
/// rows, side by side, and each row keeps its own kind's: one layer instead of two.
/// </summary>
internal sealed class EntityHeads
{
    private const float PositionScale = NetworkShape.MotionScale * PlanShape.TickSeconds / 2f;

    private readonly OnnxGraph _g;
    private readonly Weights _w;
    private readonly string[] _kinds;
    private readonly Func<float[][], string> _byKind;
    private readonly Dictionary<string, string> _rows = [];

    /// <summary>Heads of rows that are all egos.</summary>
    public EntityHeads(OnnxGraph g, Weights weights)
        : this(g, weights, ["ego"], byKind => g.Constant(byKind[0], 1, byKind[0].Length))
    {
    }

    /// <summary>Heads of <paramref name="rows"/> of ego and neighbours.</summary>
    public EntityHeads(OnnxGraph g, Weights weights, EntityRows rows)
        : this(g, weights, ["ego", "neighbour"], rows.ByKind)
    {
    }

    private EntityHeads(OnnxGraph g, Weights weights, string[] kinds, Func<float[][], string> byKind) =>
        (_g, _w, _kinds, _byKind) = (g, weights, kinds, byKind);

    /// <summary>Mean of the prior latent, [rows, 8].</summary>
    public string Prior(string memory) => LatentMean("prior", memory, NetworkShape.Memory);

    /// <summary>Mean of the posterior latent, which has seen the change of velocity, [rows, 8].</summary>
    public string Posterior(string memory, string seen) => LatentMean("posterior", _g.Concat(1, memory, seen), NetworkShape.Memory + 2);

    /// <summary>The states (p, v) after a step: v' = v + 0.5 motion, p' = p + (v + v') / 2 dt.</summary>
    /// <param name="remembered">[h, z], [rows, 72].</param>
    /// <param name="coasted">(p + v dt, v), with <see cref="MotionBias"/> added, [rows, 4].</param>
    public string Moved(string remembered, string coasted)
    {
        const int Hidden = NetworkShape.MotionHidden;
        var last = SideBySide(EntityColumns.State, Hidden, (kind, column, layer) =>
        {
            var motion = _w.Get($"{kind}_motion.2.weight", 2, Hidden);
            layer.Add((0, column), (2, Hidden), motion, Hidden, scale: PositionScale).Add((2, column), (2, Hidden), motion, Hidden, scale: NetworkShape.MotionScale);
        });
        return _g.Gemm(HiddenLayer("motion", remembered, EntityColumns.Remembered, Hidden), last, coasted);
    }

    /// <summary>What the motion head's last bias adds to (p, v), [4] for each kind.</summary>
    public float[][] MotionBias() => ForEachKind(kind =>
    {
        var bias = _w.Get($"{kind}_motion.2.bias", 2);
        return [.. bias.Select(value => PositionScale * value), .. bias.Select(value => NetworkShape.MotionScale * value)];
    });

    /// <summary>Numbers for each kind, in the rows of that kind.</summary>
    public string InRows(string name, float[][] byKind) => _rows.TryGetValue(name, out var known) ? known : _rows[name] = _byKind(byKind);

    private string LatentMean(string head, string x, int inputs)
    {
        const int Hidden = NetworkShape.LatentHidden;

        // The second half of the outputs is the spread, which a robot does not use.
        var mean = SideBySide(NetworkShape.Latent, Hidden, (kind, column, layer) =>
            layer.Add((0, column), (NetworkShape.Latent, Hidden), _w.Get($"{kind}_{head}.2.weight", 2 * NetworkShape.Latent, Hidden), Hidden));
        var bias = InRows(head, ForEachKind(kind => _w.Get($"{kind}_{head}.2.bias", 2 * NetworkShape.Latent)[..NetworkShape.Latent]));
        return _g.Gemm(HiddenLayer(head, x, inputs, Hidden), mean, bias);
    }

    private string HiddenLayer(string head, string x, int inputs, int hidden)
    {
        var layer = new MergedWeights(_kinds.Length * hidden, inputs);
        for (var k = 0; k < _kinds.Length; k++)
        {
            layer.Add((k * hidden, 0), (hidden, inputs), _w.Get($"{_kinds[k]}_{head}.0.weight", hidden, inputs), inputs);
        }

        float[] bias = [.. _kinds.SelectMany(kind => _w.Get($"{kind}_{head}.0.bias", hidden))];
        var outputs = _g.Silu(_g.Affine(x, layer, bias));
        if (_kinds.Length == 1)
        {
            return outputs;
        }

        return _g.Mul(outputs, InRows($"own {hidden}", ForEachKind(own => [.. _kinds.SelectMany(kind => Enumerable.Repeat(kind == own ? 1f : 0f, hidden))])));
    }

    private MergedWeights SideBySide(int outputs, int hidden, Action<string, int, MergedWeights> place)
    {
        var layer = new MergedWeights(outputs, _kinds.Length * hidden);
        for (var k = 0; k < _kinds.Length; k++)
        {
            place(_kinds[k], k * hidden, layer);
        }

        return layer;
    }

    private float[][] ForEachKind(Func<string, float[]> values) => [.. _kinds.Select(values)];
}
