using System.Text.Json;
using GenRL.Swarm.Models.Runtime;

namespace Microsoft.ML.OnnxRuntime.Tests;

/// <summary>A small model with inputs x[N,8] and the outputs y[N,4] that NumPy expects of it: Models/make_models.py wrote both.</summary>
internal sealed record Golden(int Rows, float[] X, double[] Y)
{
    public const int Inputs = 8;
    public const int Outputs = 4;

    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);

    public static Golden Read(string name) => JsonSerializer.Deserialize<Golden>(File.ReadAllText(PathOf($"{name}.json")), _options)!;

    public static byte[] Model(string name) => File.ReadAllBytes(PathOf($"{name}.onnx"));

    public static InferenceSession Open(byte[] model)
    {
        OnnxRuntimeLibrary.Load();
        using var options = OnnxRuntimeLibrary.CreateSessionOptions(["cpu"], out _);
        return new InferenceSession(model, options);
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Models", file);
}
