using System.Runtime.InteropServices;

namespace Mosquitto;

/// <summary>The native library: whether it is there, and which version.</summary>
public static class MosquittoLibrary
{
    private static readonly Lazy<Version> Loaded = new(() => Load(NativeMethods.Library));

    /// <summary>The version of the library that is installed.</summary>
    /// <exception cref="DllNotFoundException">It is not installed; the message says how to get it.</exception>
    public static Version Version => Loaded.Value;

    internal static Version Load(string library)
    {
        if (!NativeLibrary.TryLoad(library, typeof(MosquittoLibrary).Assembly, DllImportSearchPath.SafeDirectories, out _))
        {
            throw new DllNotFoundException($"{library} is not installed: run 'apt-get install libmosquitto1', or './swarm setup'");
        }

        _ = NativeMethods.mosquitto_lib_init();
        _ = NativeMethods.mosquitto_lib_version(out var major, out var minor, out var revision);
        return new Version(major, minor, revision);
    }
}
