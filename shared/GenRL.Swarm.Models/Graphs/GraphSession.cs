using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Models.Contract;
using GenRL.Swarm.Models.Runtime;
using Microsoft.ML.OnnxRuntime;

namespace GenRL.Swarm.Models.Graphs;

/// <summary>
/// One ONNX graph ready to run: buffers pinned and bound once, so that a run allocates nothing. The session owns its buffers; callers
/// write inputs and read outputs in place. A graph whose number of neighbours is free is bound once for each number: the buffers are the same, N rows of
/// them are used. One thread at a time.
/// </summary>
internal sealed class GraphSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly List<OrtIoBinding> _bindings = [];
    private readonly List<OrtValue> _values = [];
    private readonly Dictionary<string, float[]> _buffers = [];

    /// <summary>Loads <paramref name="model"/> and checks its inputs and outputs.</summary>
    /// <exception cref="BundleException">The runtime cannot load it, or names, types or shapes differ.</exception>
    public GraphSession(
        string name, byte[] model, IReadOnlyList<string> executionProviders, int candidates, ReadOnlySpan<TensorSpec> inputs, ReadOnlySpan<TensorSpec> outputs)
    {
        Name = name;
        using var options = OnnxRuntimeLibrary.CreateSessionOptions(executionProviders, out _);
        options.AddFreeDimensionOverrideByName("K", candidates);
        try
        {
            _session = new InferenceSession(model, options);
        }
        catch (OnnxRuntimeException error)
        {
            throw new BundleException(BundleError.MalformedGraph, $"{name}.onnx: {error.Message}", error);
        }

        try
        {
            Inputs = Check(inputs, _session.InputMetadata, "inputs", candidates);
            Outputs = Check(outputs, _session.OutputMetadata, "outputs", candidates);
            var free = inputs.ToArray().Any(spec => spec.Rows == TensorSpec.Neighbours);
            for (var neighbours = free ? 1 : PlanShape.Neighbours; neighbours <= PlanShape.Neighbours; neighbours++)
            {
                Bind(inputs, outputs, candidates, neighbours);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The graph's name.</summary>
    public string Name { get; }

    /// <summary>Names of the inputs, in order.</summary>
    public IReadOnlyList<string> Inputs { get; } = [];

    /// <summary>Names of the outputs, in order.</summary>
    public IReadOnlyList<string> Outputs { get; } = [];

    /// <summary>The buffer of an input or output, at its largest; a view that stays valid as long as the session.</summary>
    public float[] Buffer(string name) => _buffers[name];

    /// <summary>Runs the graph once, from input buffers to output buffers, with all neighbours.</summary>
    public void Run() => _session.RunWithBinding(_run, _bindings[^1]);

    /// <summary>Runs a graph whose number of neighbours is free, on the first <paramref name="neighbours"/> rows, 1 to 8.</summary>
    public void Run(int neighbours) => _session.RunWithBinding(_run, _bindings[neighbours - 1]);

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var binding in _bindings)
        {
            binding.Dispose();
        }

        foreach (var value in _values)
        {
            value.Dispose();
        }

        _run.Dispose();
        _session?.Dispose();
    }

    private List<string> Check(ReadOnlySpan<TensorSpec> specs, IReadOnlyDictionary<string, NodeMetadata> found, string kind, int candidates)
    {
        if (found.Count != specs.Length)
        {
            throw Mismatch($"has {found.Count} {kind}, expected {specs.Length}");
        }

        var names = new List<string>(specs.Length);
        foreach (var spec in specs)
        {
            var shape = spec.Shape(candidates, PlanShape.Neighbours);
            if (!found.TryGetValue(spec.Name, out var node))
            {
                throw Mismatch($"lacks '{spec.Name}'");
            }

            if (node.ElementType != typeof(float) || node.Dimensions.Length != 2 || !Fits(node.Dimensions[0], spec.Rows, shape[0]) || node.Dimensions[1] != shape[1])
            {
                throw Mismatch($"'{spec.Name}' is {node.ElementType.Name} [{string.Join(',', node.Dimensions)}], expected Single [{(spec.Rows == TensorSpec.Neighbours ? "N" : shape[0])},{shape[1]}]");
            }

            _buffers[spec.Name] = GC.AllocateArray<float>((int)(shape[0] * shape[1]), pinned: true);
            names.Add(spec.Name);
        }

        return names;
    }

    private void Bind(ReadOnlySpan<TensorSpec> inputs, ReadOnlySpan<TensorSpec> outputs, int candidates, int neighbours)
    {
        var binding = _session.CreateIoBinding();
        _bindings.Add(binding);
        foreach (var spec in inputs)
        {
            binding.BindInput(spec.Name, Value(spec));
        }

        foreach (var spec in outputs)
        {
            binding.BindOutput(spec.Name, Value(spec));
        }

        OrtValue Value(TensorSpec spec)
        {
            var shape = spec.Shape(candidates, neighbours);
            var value = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, _buffers[spec.Name].AsMemory(0, (int)(shape[0] * shape[1])), shape);
            _values.Add(value);
            return value;
        }
    }

    // A free dimension reads as -1; K's does so before the override reaches the metadata.
    private static bool Fits(int found, int rows, long expected) => rows == TensorSpec.Neighbours ? found == -1 : found == expected || (found == -1 && rows < 0);

    private BundleException Mismatch(string what) => new(BundleError.GraphMismatch, $"{Name}.onnx {what}");
}
