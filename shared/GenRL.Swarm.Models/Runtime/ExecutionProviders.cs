using Microsoft.ML.OnnxRuntime;

namespace GenRL.Swarm.Models.Runtime;

/// <summary>The execution providers that a hardware configuration may name, in the order in which it names them.</summary>
internal static class ExecutionProviders
{
    /// <summary>Appends those that work here, in the order given.</summary>
    /// <returns>One line for each that was passed over.</returns>
    public static IReadOnlyList<string> Append(SessionOptions options, IReadOnlyList<string> names)
    {
        var passedOver = new List<string>();
        var available = OrtEnv.Instance().GetAvailableProviders();
        var appended = 0;
        foreach (var name in names)
        {
            var (provider, append) = Find(name);
            if (!available.Contains(provider, StringComparer.Ordinal))
            {
                passedOver.Add($"{name}: this build of ONNX Runtime lacks it");
                continue;
            }

            try
            {
                append(options);
                appended++;
            }
            catch (OnnxRuntimeException error)
            {
                // The library knows the provider, the machine lacks its device or its libraries.
                passedOver.Add($"{name}: {error.Message}");
            }
        }

        return appended > 0
            ? passedOver
            : throw new InvalidOperationException($"no execution provider is available: {string.Join("; ", passedOver)}");
    }

    private static (string Provider, Action<SessionOptions> Append) Find(string name) => name switch
    {
        "tensorrt" => ("TensorrtExecutionProvider", AppendTensorRt),
        "cuda" => ("CUDAExecutionProvider", AppendCuda),
        "cpu" => ("CPUExecutionProvider", static options => options.AppendExecutionProvider_CPU(useArena: 1)),
        _ => throw new ArgumentException($"unknown execution provider '{name}'; known are tensorrt, cuda and cpu", nameof(name)),
    };

    private static void AppendTensorRt(SessionOptions options)
    {
        using var provider = new OrtTensorRTProviderOptions();
        options.AppendExecutionProvider_Tensorrt(provider);
    }

    private static void AppendCuda(SessionOptions options)
    {
        using var provider = new OrtCUDAProviderOptions();
        options.AppendExecutionProvider_CUDA(provider);
    }
}
