using System.Runtime.InteropServices;

namespace GenRL.Swarm.Models.Runtime;

/// <summary>Finds, opens and checks a file that is to be ONNX Runtime. Every failure is a <see cref="DllNotFoundException"/> of one line.</summary>
internal static class OnnxRuntimeFile
{
    private const string FileName = "libonnxruntime.so";

    // The binding declares the C API of 1.25, which later releases only extend; of an older library it would read past the end.
    private static readonly Version _oldest = new(1, 25);

    /// <summary>The full path of the file that is asked for, or, for null, of the one that came with the program.</summary>
    public static string Locate(string? libraryPath)
    {
        if (libraryPath is not null)
        {
            return Path.GetFullPath(libraryPath, AppContext.BaseDirectory);
        }

        // The official package keeps it in its runtimes folder; this repository's builds and every publish put it beside the program.
        var packaged = Path.Combine(AppContext.BaseDirectory, "runtimes", RuntimeInformation.RuntimeIdentifier, "native", FileName);
        return File.Exists(packaged) ? packaged : Path.Combine(AppContext.BaseDirectory, FileName);
    }

    /// <summary>Opens the file for the rest of the process and reads its version, without the binding.</summary>
    public static (nint Handle, Version Version) Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new DllNotFoundException(
                $"ONNX Runtime: {path} is missing; ./swarm setup fetches the library, a robot's hardware configuration names its own");
        }

        nint handle;
        try
        {
            handle = NativeLibrary.Load(path);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            throw new DllNotFoundException($"ONNX Runtime: {path} does not load: {error.Message.Trim().Split('\n')[0]}", error);
        }

        var text = ReadVersion(handle) ?? throw new DllNotFoundException($"ONNX Runtime: {path} is another library");
        return Version.TryParse(text, out var version) && version >= _oldest
            ? (handle, version)
            : throw new DllNotFoundException($"ONNX Runtime: {path} has version {text}; {_oldest} or later is needed");
    }

    private static unsafe string? ReadVersion(nint library)
    {
        if (!NativeLibrary.TryGetExport(library, "OrtGetApiBase", out var getApiBase))
        {
            return null;
        }

        // OrtApiBase: GetApi, then GetVersionString (onnxruntime_c_api.h).
        var apiBase = ((delegate* unmanaged[Cdecl]<nint*>)getApiBase)();
        return Marshal.PtrToStringUTF8(((delegate* unmanaged[Cdecl]<nint>)apiBase[1])());
    }
}
