using GenRL.Swarm.Agent;
using GenRL.Swarm.Agent.Observing;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Runtime;
using Google.Protobuf;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Onnx;

namespace GenRL.Swarm.Learning.Compression;

/// <summary>Runs a form of the graph <c>propose</c> on recorded observations and reads its outputs or any value inside. One thread at a time.</summary>
internal sealed class ProposeProbe : IDisposable
{
    private const int N = PlanShape.Neighbours;

    /// <summary>Rows of noise per observation.</summary>
    private const int Rows = 8;

    private const int Stage = 0x01D8;

    private readonly InferenceSession _session;
    private readonly string[] _values;
    private readonly ulong _seed;

    /// <summary>Loads <paramref name="model"/>, a model file, to read <paramref name="values"/>: names of its outputs or of float values inside.</summary>
    public ProposeProbe(byte[] model, IEnumerable<string> values, ulong seed)
    {
        (_values, _seed) = ([.. values], seed);
        using var options = OnnxRuntimeLibrary.CreateSessionOptions(["cpu"], out _);
        _session = new InferenceSession(Exposing(model, _values), options);
    }

    /// <summary>The values for observation <paramref name="row"/> of <paramref name="seen"/>, row by row each; the noise follows from seed and row.</summary>
    public float[][] Read(PolicySamples seen, int row)
    {
        var neighbours = new float[N * ObservationShape.Neighbour];
        var mask = new float[N];
        Row(seen.Neighbours, row, seen.Slots * ObservationShape.Neighbour).CopyTo(neighbours);
        Row(seen.Mask, row, seen.Slots).CopyTo(mask);
        NamedOnnxValue[] inputs =
        [
            Tensor(GraphNames.EgoBlock, 1, Row(seen.Ego, row, ObservationShape.Ego)), Tensor(GraphNames.LidarBlock, 1, Row(seen.Lidar, row, PlanShape.LidarSectors)),
            Tensor(GraphNames.NeighbourBlocks, N, neighbours), Tensor(GraphNames.Mask, N, mask), Tensor(GraphNames.Noise, Rows, Noise(row)),
        ];
        using var outputs = _session.Run(inputs, _values);
        return [.. outputs.Select(value => value.AsEnumerable<float>().ToArray())];
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    /// <summary>The model with <paramref name="values"/> among its outputs.</summary>
    private static byte[] Exposing(byte[] bytes, string[] values)
    {
        var model = ModelProto.Parser.ParseFrom(bytes);
        foreach (var name in values.Except(model.Graph.Output.Select(output => output.Name)))
        {
            var tensor = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float };
            model.Graph.Output.Add(new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } });
        }

        return model.ToByteArray();
    }

    private static NamedOnnxValue Tensor(string name, int rows, float[] values) =>
        NamedOnnxValue.CreateFromTensor(name, new DenseTensor<float>(values, [rows, values.Length / rows]));

    private static float[] Row(ReadOnlyMemory<float> block, int row, int width) => block.Slice(row * width, width).ToArray();

    /// <summary>As in flight: the first row is zero.</summary>
    private float[] Noise(int row)
    {
        var random = new RandomStream(_seed, row, Stage);
        var noise = new float[Rows * NetworkShape.Chunk];
        foreach (ref var value in noise.AsSpan(NetworkShape.Chunk))
        {
            value = random.NextGaussian();
        }

        return noise;
    }
}
