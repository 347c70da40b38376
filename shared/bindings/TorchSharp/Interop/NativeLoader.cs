using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>
/// Finds libswarm_torch.so on the first native call: beside the application, then where the build put it, then where the system looks.
/// </summary>
internal static class NativeLoader
{
    private const string FileName = "lib" + Native.Library + ".so";

    private const string Remedy =
        "run ./swarm setup, or: apt-get install --no-install-recommends libtorch-dev libopenblas0-openmp, then shared/bindings/TorchSharp/native/build.sh";

#pragma warning disable CA2255 // because a resolver must stand before the first P/Invoke of this assembly, whichever type makes it
    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLoader).Assembly, Resolve);
#pragma warning restore CA2255

    private static nint Resolve(string library, Assembly assembly, DllImportSearchPath? searchPath) =>
        library == Native.Library ? Load(Candidates(assembly)) : 0;

    /// <summary>Loads the first candidate that exists; a name without a folder is left to the system's search.</summary>
    /// <exception cref="DllNotFoundException">None loads; the message is one line that says what to install.</exception>
    internal static nint Load(IEnumerable<string> candidates)
    {
        var reason = "not found";
        foreach (var candidate in candidates)
        {
            if (Path.IsPathRooted(candidate) && !File.Exists(candidate))
            {
                continue;
            }

            try
            {
                return NativeLibrary.Load(candidate);
            }
            catch (DllNotFoundException failure)
            {
                reason = failure.Message.ReplaceLineEndings(" ");
            }
        }

        throw new DllNotFoundException($"libtorch's binding {FileName} does not load ({reason}): {Remedy}");
    }

    private static IEnumerable<string> Candidates(Assembly assembly)
    {
        yield return Path.Combine(AppContext.BaseDirectory, FileName);
        foreach (var metadata in assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
        {
            if (metadata is { Key: "SwarmTorchLibrary", Value: { } path })
            {
                yield return path;
            }
        }

        yield return FileName;
    }
}
