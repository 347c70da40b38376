using GenRL.Swarm.Agent.Intentions;
using GenRL.Swarm.Models;

namespace GenRL.Swarm.Learning.Export;

/// <summary>
/// The token codebook's two graphs. <c>tell</c>: plan tail [1,4] to eight values on the FSQ grid; <c>hear</c>: eight grid values to a plan
/// tail [1,4]. FSQ (arXiv 2309.15505): zhat = round(tanh(z + s) h - o) / floor(L/2), h = (L-1)(1 + 1e-3)/2, o = 1/2 for even L, s = atanh(o/h).
/// </summary>
internal static class IntentionGraphs
{
    private const int Values = FiniteScalars.Size * FiniteScalars.Tokens;

    /// <summary>The encoder with its quantiser.</summary>
    public static byte[] Tell(Weights w)
    {
        var g = new OnnxGraph("tell");
        var z = ThreeLayers(g, w, "encode", g.Input(GraphNames.Tail, 1, PlanTail.Size), PlanTail.Size, Values);
        var (half, offset, shift, width) = Grid();
        var bounded = g.Sub(g.Mul(g.Node("Tanh", [g.Add(z, g.Constant(shift, 1, Values))]), g.Constant(half, 1, Values)), g.Constant(offset, 1, Values));
        g.Output(GraphNames.Codes, g.Mul(g.Node("Round", [bounded]), g.Constant(width, 1, Values)), 1, Values);
        return g.ToBytes();
    }

    /// <summary>The decoder.</summary>
    public static byte[] Hear(Weights w)
    {
        var g = new OnnxGraph("hear");
        g.Output(GraphNames.Tail, ThreeLayers(g, w, "decode", g.Input(GraphNames.Codes, 1, Values), Values, PlanTail.Size), 1, PlanTail.Size);
        return g.ToBytes();
    }

    private static string ThreeLayers(OnnxGraph g, Weights w, string name, string x, int inputs, int outputs)
    {
        const int Hidden = NetworkShape.IntentionHidden;
        x = g.Silu(g.Linear(x, w, $"{name}.0", inputs, Hidden));
        x = g.Silu(g.Linear(x, w, $"{name}.2", Hidden, Hidden));
        return g.Linear(x, w, $"{name}.4", Hidden, outputs);
    }

    private static (float[] Half, float[] Offset, float[] Shift, float[] Width) Grid()
    {
        var half = new float[Values];
        var offset = new float[Values];
        var shift = new float[Values];
        var width = new float[Values];
        for (var i = 0; i < Values; i++)
        {
            var levels = FiniteScalars.Levels[i % FiniteScalars.Size];
            var h = (levels - 1) * (1 + 1e-3) / 2;
            var o = levels % 2 == 0 ? 0.5 : 0;
            half[i] = (float)h;
            offset[i] = (float)o;
            shift[i] = (float)Math.Atanh(o / h);
            width[i] = 1f / (levels / 2);
        }

        return (half, offset, shift, width);
    }
}
