using System.Runtime.InteropServices;
using GenRL.Swarm.Learning.Export;
using Onnx;

namespace GenRL.Swarm.Benchmarks.Graphs;

/// <summary>Writes the nodes of a finished graph into another. Equal constants of several graphs are stored once.</summary>
internal static class GraphJoin
{
    /// <summary>Adds the graph in <paramref name="file"/> to <paramref name="g"/>.</summary>
    /// <param name="g">The graph to write to.</param>
    /// <param name="file">A model file.</param>
    /// <param name="given">Values for inputs, by the input's name; those not given become inputs called GRAPH/INPUT.</param>
    /// <returns>The value of each output, by its name.</returns>
    public static IReadOnlyDictionary<string, string> Include(this OnnxGraph g, byte[] file, params ReadOnlySpan<(string Input, string Value)> given)
    {
        var graph = ModelProto.Parser.ParseFrom(file).Graph;
        var constants = graph.Initializer.ToDictionary(tensor => tensor.Name);
        var values = given.ToArray().ToDictionary(pair => pair.Input, pair => pair.Value);

        foreach (var input in graph.Input.Where(input => !values.ContainsKey(input.Name)))
        {
            values.Add(input.Name, g.Input($"{graph.Name}/{input.Name}", [.. input.Type.TensorType.Shape.Dim.Select(dim => dim.DimParam.Length > 0 ? (object)dim.DimParam : dim.DimValue)]));
        }

        foreach (var node in graph.Node)
        {
            string[] outputs = node.OpType == "Split"
                ? g.Split(Value(node.Input[0]), (int)node.Attribute.Single().I, MemoryMarshal.Cast<byte, long>(constants[node.Input[1]].RawData.Span).ToArray())
                : [g.Node(node.OpType, [.. node.Input.Select(Value)], [.. node.Attribute])];
            foreach (var (name, value) in node.Output.Zip(outputs))
            {
                values.Add(name, value);
            }
        }

        return graph.Output.ToDictionary(output => output.Name, output => values[output.Name]);

        string Value(string name) => values.TryGetValue(name, out var known) ? known : Constant(g, constants[name]);
    }

    private static string Constant(OnnxGraph g, TensorProto tensor) =>
        g.Constant($"{tensor.DataType} {tensor.Dims} {tensor.RawData.ToBase64()}", tensor.DataType, tensor.RawData.Span, [.. tensor.Dims]);
}
