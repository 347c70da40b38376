using static GenRL.Swarm.Learning.Export.OnnxGraph;

namespace GenRL.Swarm.Learning.Export;

/// <summary>Layers as torch defines them, written as ONNX nodes. All on matrices [rows, features] unless said.</summary>
internal static class OnnxLayers
{
    public static string Add(this OnnxGraph g, string a, string b) => g.Node("Add", [a, b]);

    public static string Sub(this OnnxGraph g, string a, string b) => g.Node("Sub", [a, b]);

    public static string Mul(this OnnxGraph g, string a, string b) => g.Node("Mul", [a, b]);

    public static string Scale(this OnnxGraph g, string x, float factor) => g.Mul(x, g.Constant([factor], 1));

    public static string Concat(this OnnxGraph g, int axis, params string[] parts) => g.Node("Concat", parts, Int("axis", axis));

    public static string Reshape(this OnnxGraph g, string x, params long[] shape) => g.Node("Reshape", [x, g.Integers(shape)]);

    public static string Unsqueeze(this OnnxGraph g, string x, long axis) => g.Node("Unsqueeze", [x, g.Integers(axis)]);

    public static string SumOver(this OnnxGraph g, string x, long axis) => g.Node("ReduceSum", [x, g.Integers(axis)], Int("keepdims", 0));

    public static string MaxOver(this OnnxGraph g, string x, long axis) => g.Node("ReduceMax", [x], Ints("axes", axis), Int("keepdims", 0));

    public static string Columns(this OnnxGraph g, string x, long from, long count, long axis) =>
        g.Node("Slice", [x, g.Integers(from), g.Integers(from + count), g.Integers(axis)]);

    /// <summary>x * sigmoid(x).</summary>
    public static string Silu(this OnnxGraph g, string x) => g.Mul(x, g.Node("Sigmoid", [x]));

    /// <summary>x W^T + b, with torch's weight [out, in].</summary>
    public static string Linear(this OnnxGraph g, string x, Weights w, string name, int inputs, int outputs) =>
        g.Affine(x, w.Get($"{name}.weight", outputs, inputs), w.Get($"{name}.bias", outputs), inputs, outputs);

    /// <summary>x W^T + b for weights given as numbers.</summary>
    public static string Affine(this OnnxGraph g, string x, float[] weight, float[] bias, int inputs, int outputs) =>
        g.Node("Gemm", [x, g.Constant(weight, outputs, inputs), g.Constant(bias, outputs)], Int("transB", 1));

    /// <summary>Linear, SiLU, Linear: layers 0 and 2 of a Sequential.</summary>
    public static string TwoLayers(this OnnxGraph g, string x, Weights w, string name, int inputs, int hidden, int outputs) =>
        g.Linear(g.Silu(g.Linear(x, w, $"{name}.0", inputs, hidden)), w, $"{name}.2", hidden, outputs);

    /// <summary>The first <paramref name="kept"/> outputs of Linear, SiLU, Linear: the mean of a (mean, spread) head.</summary>
    public static string TwoLayersHead(this OnnxGraph g, string x, Weights w, string name, int inputs, int hidden, int outputs, int kept)
    {
        var last = w.Get($"{name}.2.weight", outputs, hidden)[..(kept * hidden)];
        var bias = w.Get($"{name}.2.bias", outputs)[..kept];
        return g.Affine(g.Silu(g.Linear(x, w, $"{name}.0", inputs, hidden)), last, bias, hidden, kept);
    }

    /// <summary>
    /// torch.nn.GRUCell: r, u, n gates in that order; h' = n + u (h - n). Written out: unrolled single steps fuse better than ONNX's GRU
    /// operator, whose gate order differs besides.
    /// </summary>
    public static string GruCell(this OnnxGraph g, string x, string h, Weights w, string name, int inputs, int size)
    {
        var fromInput = g.Affine(x, w.Get($"{name}.weight_ih", 3 * size, inputs), w.Get($"{name}.bias_ih", 3 * size), inputs, 3 * size);
        var fromMemory = g.Affine(h, w.Get($"{name}.weight_hh", 3 * size, size), w.Get($"{name}.bias_hh", 3 * size), size, 3 * size);
        var i = g.Split(fromInput, 1, 2 * size, size);
        var m = g.Split(fromMemory, 1, 2 * size, size);
        var gates = g.Split(g.Node("Sigmoid", [g.Add(i[0], m[0])]), 1, size, size);
        var candidate = g.Node("Tanh", [g.Add(i[1], g.Mul(gates[0], m[1]))]);
        return g.Add(candidate, g.Mul(gates[1], g.Sub(h, candidate)));
    }
}
