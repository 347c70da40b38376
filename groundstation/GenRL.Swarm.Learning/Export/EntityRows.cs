using GenRL.Swarm.Contracts.Planning;
using static GenRL.Swarm.Learning.Export.OnnxGraph;

namespace GenRL.Swarm.Learning.Export;

/// <summary>Rows of entities, 1 + N of them: row 0 is the ego, the others are neighbours, as many as the mask has rows.</summary>
internal sealed class EntityRows
{
    private readonly OnnxGraph _g;
    private readonly string _isEgo;
    private readonly string _isNeighbour;
    private readonly string _ones;

    /// <summary>As many rows as <paramref name="mask"/> [N,1] has, and one for the ego.</summary>
    public EntityRows(OnnxGraph g, string mask)
    {
        _g = g;
        var none = g.Scale(mask, 0f);
        _isEgo = g.Concat(0, g.Constant([1f], 1, 1), none);
        _isNeighbour = g.Concat(0, g.Constant([0f], 1, 1), g.Add(none, g.Constant([1f], 1)));
        _ones = g.Add(_isEgo, _isNeighbour);
        Present = g.Concat(0, g.Constant([1f], 1, 1), mask);
        PickEgo = g.Node("MatMul", [_ones, g.Reshape(_isEgo, 1, -1)]);
    }

    /// <summary>1 where the entity is there, [1+N,1]; the ego always is.</summary>
    public string Present { get; }

    /// <summary>[1+N,1+N]: times a matrix of rows, its row 0 in every row.</summary>
    public string PickEgo { get; }

    /// <summary>Whom each entity hears, [senders,receivers,1]: who is there, but for itself.</summary>
    public string Heard()
    {
        var self = _g.Node("EyeLike", [PickEgo], Int("dtype", 1));
        return _g.Unsqueeze(_g.Mul(_g.Sub(_g.Constant([1f], 1), self), Present), 2);
    }

    /// <summary>How many each entity hears, [1+N,1].</summary>
    public string HeardCount() => _g.Sub(_g.Node("ReduceSum", [Present, _g.Integers(0)], Int("keepdims", 1)), Present);

    /// <summary>A row [1,n] in every row.</summary>
    public string InEveryRow(string row) => _g.Mul(_ones, row);

    /// <summary>The first of <paramref name="byKind"/> in the ego's row, the second in the neighbours', [1+N,n].</summary>
    public string ByKind(float[][] byKind) => _g.Add(
        _g.Mul(_isEgo, _g.Constant(byKind[0], 1, byKind[0].Length)), _g.Mul(_isNeighbour, _g.Constant(byKind[1], 1, byKind[1].Length)));

    /// <summary>The ego's row and the neighbours' rows of a matrix.</summary>
    public (string Ego, string Neighbours) Apart(string rows) => (_g.Columns(rows, 0, 1, 0), _g.Columns(rows, 1, PlanShape.Neighbours, 0));
}
