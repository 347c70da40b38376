using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;
using static GenRL.Swarm.Learning.Export.OnnxGraph;
using DataType = Onnx.TensorProto.Types.DataType;

namespace GenRL.Swarm.Learning.Compression;

/// <summary>
/// Rewrites Gemms of a float graph, x W^T + b with constant W and b, in the quantise-dequantise form that ONNX Runtime turns into one integer product (QGemm):
/// inputs as 256 steps of a measured range, weights as 8-bit integers with a scale per output, the bias as 32-bit integers with the scale of the product. In
/// any other form (MatMul and Add, or a float bias) it dequantises in every run, and is slower than the float graph.
/// </summary>
internal sealed class QuantisedGemms
{
    private readonly ModelProto _model;
    private readonly Dictionary<string, TensorProto> _constants;

    private QuantisedGemms(byte[] model)
    {
        _model = ModelProto.Parser.ParseFrom(model);
        _constants = _model.Graph.Initializer.ToDictionary(tensor => tensor.Name);
    }

    /// <summary>The float Gemms that hold at least <paramref name="weights"/> weights, each by the name of the value that it reads.</summary>
    public static IReadOnlyList<string> Inputs(byte[] model, int weights)
    {
        var graph = ModelProto.Parser.ParseFrom(model).Graph;
        var sizes = graph.Initializer.ToDictionary(tensor => tensor.Name, tensor => tensor.Dims.Aggregate(1L, (size, dim) => size * dim));
        return [.. graph.Node.Where(node => node.OpType == "Gemm" && sizes.GetValueOrDefault(node.Input[1]) >= weights).Select(node => node.Input[0])];
    }

    /// <summary>The model file with those Gemms quantised that read a value in <paramref name="ranges"/>.</summary>
    /// <param name="model">The float model's file.</param>
    /// <param name="ranges">Ranges of values, by name.</param>
    /// <param name="largest">The integer that the largest weight of each output becomes.</param>
    public static byte[] Write(byte[] model, IReadOnlyDictionary<string, ActivationRange> ranges, int largest)
    {
        var file = new QuantisedGemms(model);
        var graph = file._model.Graph;
        var nodes = graph.Node.ToList();
        graph.Node.Clear();
        foreach (var node in nodes)
        {
            if (node.OpType == "Gemm" && ranges.TryGetValue(node.Input[0], out var range))
            {
                file.Quantise(node, range, largest);
            }

            graph.Node.Add(node);
        }

        var read = graph.Node.SelectMany(node => node.Input).ToHashSet();
        foreach (var unread in graph.Initializer.Where(tensor => !read.Contains(tensor.Name)).ToList())
        {
            graph.Initializer.Remove(unread);
        }

        return file._model.ToByteArray();
    }

    private void Quantise(NodeProto gemm, ActivationRange range, int largest)
    {
        var (x, weights) = (gemm.Input[0], _constants[gemm.Input[1]]);
        var (integers, scales) = PerOutput(weights, largest);
        var products = Array.ConvertAll(scales, scale => scale * range.Scale);
        int[] biases = [.. Floats(_constants[gemm.Input[2]]).ToArray().Zip(products, (value, scale) => (int)MathF.Round(value / scale))];

        var scaleOfX = Constant<float>($"{x}_scale", DataType.Float, [range.Scale]);
        var zeroOfX = Constant<byte>($"{x}_zero", DataType.Uint8, [range.ZeroPoint]);
        var steps = Node("QuantizeLinear", [x, scaleOfX, zeroOfX], $"{x}_steps");
        gemm.Input[0] = Node("DequantizeLinear", [steps, scaleOfX, zeroOfX], $"{x}_restored");

        var w = weights.Name;
        gemm.Input[1] = Node(
            "DequantizeLinear",
            [
                Constant<sbyte>($"{w}_integers", DataType.Int8, integers, [.. weights.Dims]), Constant<float>($"{w}_scale", DataType.Float, scales, scales.Length),
                Constant<sbyte>($"{w}_zero", DataType.Int8, new sbyte[scales.Length], scales.Length),
            ],
            $"{w}_restored", axis: 0);
        gemm.Input[2] = Node(
            "DequantizeLinear",
            [Constant<int>($"{w}_bias", DataType.Int32, biases, biases.Length), Constant<float>($"{w}_bias_scale", DataType.Float, products, products.Length)],
            $"{w}_bias_restored", axis: 0);
    }

    /// <summary>Weights [outputs, inputs] as integers, and the scale of each output.</summary>
    private static (sbyte[] Integers, float[] Scales) PerOutput(TensorProto weights, int largest)
    {
        var values = Floats(weights);
        var (integers, scales) = (new sbyte[values.Length], new float[weights.Dims[0]]);
        var width = (int)weights.Dims[1];
        for (var j = 0; j < scales.Length; j++)
        {
            var row = values.Slice(j * width, width);
            var reach = 0f;
            foreach (var value in row)
            {
                reach = MathF.Max(reach, MathF.Abs(value));
            }

            // An output without weights would have a scale of 0.
            scales[j] = reach > 0f ? reach / largest : 1f;
            for (var i = 0; i < width; i++)
            {
                integers[(j * width) + i] = (sbyte)MathF.Round(row[i] / scales[j]);
            }
        }

        return (integers, scales);
    }

    private static ReadOnlySpan<float> Floats(TensorProto tensor) => MemoryMarshal.Cast<byte, float>(tensor.RawData.Span);

    private string Node(string op, string[] inputs, string output, int axis = -1)
    {
        var node = new NodeProto { OpType = op, Name = $"{output}_{op}" };
        node.Input.AddRange(inputs);
        node.Output.Add(output);
        if (axis >= 0)
        {
            node.Attribute.Add(Int("axis", axis));
        }

        _model.Graph.Node.Add(node);
        return output;
    }

    private string Constant<T>(string name, DataType type, T[] values, params long[] shape)
        where T : unmanaged
    {
        var tensor = new TensorProto { Name = name, DataType = (int)type, RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values.AsSpan())) };
        tensor.Dims.AddRange(shape);
        _model.Graph.Initializer.Add(tensor);
        return name;
    }
}
