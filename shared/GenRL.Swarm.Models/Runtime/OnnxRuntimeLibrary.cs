using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime;

namespace GenRL.Swarm.Models.Runtime;

/// <summary>
/// The native library under <c>Microsoft.ML.OnnxRuntime</c>: which file it is, and the session options that every graph runs with.
/// A process calls <see cref="Load"/> once, before its first use of ONNX Runtime. Safe for any thread.
/// </summary>
/// <remarks>
/// The file is chosen here and nowhere else, so that a robot can bring a build for its own accelerator (a Jetson's, with TensorRT) under
/// the binding of this repository or under the official package alike.
/// </remarks>
public static partial class OnnxRuntimeLibrary
{
    private static readonly Lock _gate = new();
    private static nint _handle;

    /// <summary>Full path of the loaded file; null before <see cref="Load"/>.</summary>
    public static string? LoadedPath { get; private set; }

    /// <summary>Version of the loaded library; null before <see cref="Load"/>.</summary>
    public static Version? Version { get; private set; }

    /// <summary>Loads the native library with its telemetry off, and checks that it fits. A second call for the same file does nothing.</summary>
    /// <param name="libraryPath">
    /// The file, absolute or relative to the program's folder, as the hardware configuration names it; null takes the one that came with
    /// the program.
    /// </param>
    /// <exception cref="DllNotFoundException">The file is missing, cannot be loaded, or is not ONNX Runtime 1.25 or later; one line says which.</exception>
    /// <exception cref="InvalidOperationException">Another file is loaded already, or ONNX Runtime was used before this call.</exception>
    public static void Load(string? libraryPath = null)
    {
        var path = OnnxRuntimeFile.Locate(libraryPath);
        lock (_gate)
        {
            if (LoadedPath is not null)
            {
                if (LoadedPath != path)
                {
                    throw new InvalidOperationException($"ONNX Runtime is loaded from {LoadedPath}: {path} cannot be loaded beside it");
                }

                return;
            }

            // Read by native code when the library starts: releases from 1.29 on send telemetry unless this is set. Environment.SetEnvironmentVariable
            // does not reach native code on Linux.
            _ = SetNativeEnvironment("ORT_DISABLE_TELEMETRY", "1", overwrite: 1);

            (_handle, Version) = OnnxRuntimeFile.Open(path);
            OrtEnv.DisableDllImportResolver = true;
            NativeLibrary.SetDllImportResolver(typeof(OrtEnv).Assembly, Resolve);
            LoadedPath = path;
        }
    }

    /// <summary>
    /// Options for a session of the control loop: sequential, without a thread pool that spins (ONNX Runtime's default keeps a core busy
    /// between ticks), every graph optimisation on. The caller disposes them.
    /// </summary>
    /// <param name="executionProviders">
    /// <c>tensorrt</c>, <c>cuda</c> or <c>cpu</c>, best first. One that this library or machine lacks is passed over; what a chosen one
    /// cannot run falls to those after it.
    /// </param>
    /// <param name="passedOver">One line for each provider that was passed over: its name and why.</param>
    /// <param name="intraOpThreads">Threads inside one operator; 1 has no pool at all.</param>
    /// <exception cref="ArgumentException">A provider's name is unknown.</exception>
    /// <exception cref="InvalidOperationException"><see cref="Load"/> was not called, or no provider of the list is available.</exception>
    public static SessionOptions CreateSessionOptions(
        IReadOnlyList<string> executionProviders, out IReadOnlyList<string> passedOver, int intraOpThreads = 1)
    {
        ArgumentNullException.ThrowIfNull(executionProviders);
        ArgumentOutOfRangeException.ThrowIfLessThan(intraOpThreads, 1);
        if (LoadedPath is null)
        {
            throw new InvalidOperationException("OnnxRuntimeLibrary.Load comes before the first session");
        }

        var options = new SessionOptions
        {
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
            IntraOpNumThreads = intraOpThreads,
            InterOpNumThreads = 1,
        };
        try
        {
            options.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");
            options.AddSessionConfigEntry("session.inter_op.allow_spinning", "0");
            passedOver = ExecutionProviders.Append(options, executionProviders);
            return options;
        }
        catch
        {
            options.Dispose();
            throw;
        }
    }

    private static nint Resolve(string name, System.Reflection.Assembly assembly, DllImportSearchPath? searchPath) =>
        name == "onnxruntime" ? _handle : 0;

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetNativeEnvironment(string name, string value, int overwrite);
}
