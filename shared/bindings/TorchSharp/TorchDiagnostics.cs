using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>What `swarm doctor` asks of the native side. Not part of TorchSharp.</summary>
public static class TorchDiagnostics
{
    private const int Size = 512;

    /// <summary>The version of libtorch that the native part was compiled for, such as 1.13.0.</summary>
    /// <exception cref="DllNotFoundException">The native part or libtorch is missing; the message names the remedy.</exception>
    public static unsafe string LibtorchVersion => Marshal.PtrToStringUTF8((nint)Native.swt_version()) ?? "unknown";

    /// <summary>
    /// Paths of the BLAS libraries in this process; the reference one (/usr/lib/.../blas/libblas.so.3) is twelve times slower.
    /// </summary>
    public static IReadOnlyList<string> BlasLibraries()
    {
        _ = LibtorchVersion;
        return
        [
            .. File.ReadLines("/proc/self/maps")
                .Select(line => line[(line.LastIndexOf(' ') + 1)..])
                .Where(path => Path.GetFileName(path).Contains("blas", StringComparison.Ordinal) || path.Contains("libblis", StringComparison.Ordinal))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>GFLOP/s of a 512 x 512 x 512 product with the present number of threads, the best of five.</summary>
    public static double MatmulGflops()
    {
        using var scope = torch.NewDisposeScope();
        using var mode = torch.no_grad();
        var a = torch.rand(Size, Size);
        var b = torch.rand(Size, Size);
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var start = Stopwatch.GetTimestamp();
            using var product = a.matmul(b);
            var elapsed = Stopwatch.GetElapsedTime(start);
            best = elapsed < best ? elapsed : best;
        }

        return 2.0 * Size * Size * Size / best.TotalSeconds / 1e9;
    }
}
