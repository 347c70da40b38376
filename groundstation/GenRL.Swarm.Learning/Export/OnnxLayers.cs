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

    public static string Columns(this OnnxGraph g, string x, long from, long count, long axis) =>
        g.Node("Slice", [x, g.Integers(from), g.Integers(from + count), g.Integers(axis)]);

    /// <summary>x * sigmoid(x).</summary>
    public static string Silu(this OnnxGraph g, string x) => g.Mul(x, g.Node("Sigmoid", [x]));

    /// <summary>x W^T + b, with torch's weight [out, in].</summary>
    public static string Linear(this OnnxGraph g, string x, Weights w, string name, int inputs, int outputs) =>
        g.Affine(x, w.Get($"{name}.weight", outputs, inputs), w.Get($"{name}.bias", outputs), inputs, outputs);

    /// <summary>x W^T + b for weights given as numbers.</summary>
    public static string Affine(this OnnxGraph g, string x, float[] weight, float[] bias, int inputs, int outputs) =>
        g.Affine(x, new MergedWeights(outputs, inputs, weight), bias);

    /// <summary>x W^T + b for merged weights.</summary>
    public static string Affine(this OnnxGraph g, string x, MergedWeights weights, float[] bias) => g.Gemm(x, weights, g.Constant(bias, weights.Outputs));

    /// <summary>x W^T + c for a value c that has, or stretches to, the result's shape.</summary>
    public static string Gemm(this OnnxGraph g, string x, MergedWeights weights, string c) =>
        g.Node("Gemm", [x, g.Constant(weights.Values, weights.Outputs, weights.Inputs), c], Int("transB", 1));
}
