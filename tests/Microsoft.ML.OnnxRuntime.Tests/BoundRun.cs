namespace Microsoft.ML.OnnxRuntime.Tests;

/// <summary>One session with input and output bound to pinned arrays for a fixed number of rows: the way that the product runs every graph.</summary>
internal sealed class BoundRun : IDisposable
{
    private readonly InferenceSession _session;
    private readonly OrtIoBinding _binding;
    private readonly RunOptions _options = new();
    private readonly OrtValue _input;
    private readonly OrtValue _output;

    public BoundRun(byte[] model, int rows)
    {
        X = GC.AllocateArray<float>(rows * Golden.Inputs, pinned: true);
        Y = GC.AllocateArray<float>(rows * Golden.Outputs, pinned: true);
        _session = Golden.Open(model);
        _input = OrtValue.CreateTensorValueFromMemory(X, [rows, Golden.Inputs]);
        _output = OrtValue.CreateTensorValueFromMemory(Y, [rows, Golden.Outputs]);
        _binding = _session.CreateIoBinding();
        _binding.BindInput("x", _input);
        _binding.BindOutput("y", _output);
    }

    public float[] X { get; }

    public float[] Y { get; }

    public void Run() => _session.RunWithBinding(_options, _binding);

    public void Dispose()
    {
        _binding.Dispose();
        _input.Dispose();
        _output.Dispose();
        _options.Dispose();
        _session.Dispose();
    }
}
