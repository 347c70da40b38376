using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;

namespace GenRL.Swarm.Learning.Export;

/// <summary>
/// Writes one ONNX graph node by node: opset 17, IR 8, float32, fixed shapes but for named dimensions. Every method that makes a value
/// returns its name, to be passed on. No node draws random numbers: noise is an input, so that a tick can be replayed.
/// </summary>
internal sealed class OnnxGraph
{
    private const long Opset = 17;
    private const long IrVersion = 8;

    private readonly GraphProto _graph;
    private readonly Dictionary<string, string> _constants = [];
    private int _next;

    public OnnxGraph(string name) => _graph = new GraphProto { Name = name };

    /// <summary>An input of the graph. A dimension is a number or the name of a free one.</summary>
    public string Input(string name, params object[] shape)
    {
        _graph.Input.Add(Value(name, shape));
        return name;
    }

    /// <summary>Makes <paramref name="value"/> an output of the graph called <paramref name="name"/>.</summary>
    public void Output(string name, string value, params object[] shape)
    {
        var node = Add("Identity", [value], []);
        node.Output.Add(name);
        _graph.Output.Add(Value(name, shape));
    }

    /// <summary>A constant; equal constants are stored once.</summary>
    public string Constant(float[] values, params long[] shape)
    {
        var key = $"f{string.Join(',', shape)}:{Convert.ToHexString(MemoryMarshal.AsBytes(values.AsSpan()))}";
        return Constant(key, (int)TensorProto.Types.DataType.Float, MemoryMarshal.AsBytes(values.AsSpan()), shape);
    }

    /// <summary>A constant vector of integers, for shapes and axes.</summary>
    public string Integers(params long[] values) =>
        Constant($"i{string.Join(',', values)}", (int)TensorProto.Types.DataType.Int64, MemoryMarshal.AsBytes(values.AsSpan()), [values.Length]);

    /// <summary>A constant of any type from raw little-endian bytes; <paramref name="key"/> makes it unique.</summary>
    public string Constant(string key, int dataType, ReadOnlySpan<byte> raw, long[] shape)
    {
        if (_constants.TryGetValue(key, out var known))
        {
            return known;
        }

        var name = $"c{_constants.Count}";
        var tensor = new TensorProto { Name = name, DataType = dataType, RawData = ByteString.CopyFrom(raw) };
        tensor.Dims.AddRange(shape);
        _graph.Initializer.Add(tensor);
        return _constants[key] = name;
    }

    /// <summary>One node with one output.</summary>
    public string Node(string op, string[] inputs, params AttributeProto[] attributes)
    {
        var node = Add(op, inputs, attributes);
        var output = $"v{_next++}";
        node.Output.Add(output);
        return output;
    }

    /// <summary>Splits <paramref name="x"/> along <paramref name="axis"/> into pieces of the given sizes.</summary>
    public string[] Split(string x, int axis, params long[] sizes)
    {
        var node = Add("Split", [x, Integers(sizes)], [Int("axis", axis)]);
        var outputs = new string[sizes.Length];
        for (var i = 0; i < sizes.Length; i++)
        {
            outputs[i] = $"v{_next++}";
            node.Output.Add(outputs[i]);
        }

        return outputs;
    }

    /// <summary>The bytes of the model file.</summary>
    public byte[] ToBytes()
    {
        var model = new ModelProto { IrVersion = IrVersion, ProducerName = "GenRL.Swarm", Graph = _graph };
        model.OpsetImport.Add(new OperatorSetIdProto { Domain = string.Empty, Version = Opset });
        return model.ToByteArray();
    }

    /// <summary>Nodes in the graph.</summary>
    public int NodeCount => _graph.Node.Count;

    public static AttributeProto Int(string name, long value) =>
        new() { Name = name, I = value, Type = AttributeProto.Types.AttributeType.Int };

    public static AttributeProto Ints(string name, params long[] values)
    {
        var attribute = new AttributeProto { Name = name, Type = AttributeProto.Types.AttributeType.Ints };
        attribute.Ints.AddRange(values);
        return attribute;
    }

    private static ValueInfoProto Value(string name, object[] shape)
    {
        var dims = new TensorShapeProto();
        foreach (var size in shape)
        {
            dims.Dim.Add(size is string free
                ? new TensorShapeProto.Types.Dimension { DimParam = free }
                : new TensorShapeProto.Types.Dimension { DimValue = Convert.ToInt64(size) });
        }

        var tensor = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = dims };
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } };
    }

    private NodeProto Add(string op, string[] inputs, AttributeProto[] attributes)
    {
        var node = new NodeProto { OpType = op, Name = $"n{_graph.Node.Count}_{op}" };
        node.Input.AddRange(inputs);
        node.Attribute.AddRange(attributes);
        _graph.Node.Add(node);
        return node;
    }
}
