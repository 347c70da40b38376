using GenRL.Swarm.Models.Contract;
using GenRL.Swarm.Models.Runtime;
using Microsoft.ML.OnnxRuntime;

namespace GenRL.Swarm.Models.Graphs;

/// <summary>
/// One ONNX graph ready to run: buffers pinned and bound once, so that a run allocates nothing. The session owns its buffers; callers
/// write inputs and read outputs in place. One thread at a time.
/// </summary>
internal sealed class GraphSession : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _run = new();
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

        _binding = _session.CreateIoBinding();
        try
        {
            Inputs = Bind(inputs, _session.InputMetadata, candidates, input: true);
            Outputs = Bind(outputs, _session.OutputMetadata, candidates, input: false);
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

    /// <summary>The buffer of an input or output; a view that stays valid as long as the session.</summary>
    public float[] Buffer(string name) => _buffers[name];

    /// <summary>Runs the graph once, from input buffers to output buffers.</summary>
    public void Run() => _session.RunWithBinding(_run, _binding);

    /// <inheritdoc/>
    public void Dispose()
    {
        _binding?.Dispose();
        foreach (var value in _values)
        {
            value.Dispose();
        }

        _run.Dispose();
        _session?.Dispose();
    }

    private List<string> Bind(ReadOnlySpan<TensorSpec> specs, IReadOnlyDictionary<string, NodeMetadata> found, int candidates, bool input)
    {
        if (found.Count != specs.Length)
        {
            throw Mismatch($"has {found.Count} {(input ? "inputs" : "outputs")}, expected {specs.Length}");
        }

        var names = new List<string>(specs.Length);
        foreach (var spec in specs)
        {
            var shape = spec.Shape(candidates);
            if (!found.TryGetValue(spec.Name, out var node))
            {
                throw Mismatch($"lacks '{spec.Name}'");
            }

            if (node.ElementType != typeof(float) || node.Dimensions.Length != 2 || !Fits(node.Dimensions[0], shape[0]) || !Fits(node.Dimensions[1], shape[1]))
            {
                throw Mismatch($"'{spec.Name}' is {node.ElementType.Name} [{string.Join(',', node.Dimensions)}], expected Single [{string.Join(',', shape)}]");
            }

            var buffer = GC.AllocateArray<float>((int)(shape[0] * shape[1]), pinned: true);
            var value = OrtValue.CreateTensorValueFromMemory(buffer, shape);
            _values.Add(value);
            _buffers[spec.Name] = buffer;
            names.Add(spec.Name);
            if (input)
            {
                _binding.BindInput(spec.Name, value);
            }
            else
            {
                _binding.BindOutput(spec.Name, value);
            }
        }

        return names;
    }

    // A free dimension reads as -1 before the override reaches the metadata.
    private static bool Fits(int found, long expected) => found == expected || found == -1;

    private BundleException Mismatch(string what) => new(BundleError.GraphMismatch, $"{Name}.onnx {what}");
}
