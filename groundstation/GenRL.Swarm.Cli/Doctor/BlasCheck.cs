using System.Diagnostics;
using System.Runtime.InteropServices;

namespace GenRL.Swarm.Cli.Doctor;

/// <summary>
/// Which BLAS the name libblas.so.3 leads to, the one that libtorch calls, and how long it takes for a product of two 512 x 512 matrices.
/// </summary>
internal sealed unsafe class BlasCheck : IHealthCheck
{
    private const string Install = "apt-get install --no-install-recommends libopenblas0-openmp";
    private const int Side = 512;
    private const int Attempts = 5;

    // Measured on one server core: 66 ms with the reference BLAS, 9 ms with OpenBLAS.
    private static readonly TimeSpan _slowest = TimeSpan.FromMilliseconds(40);

    public string Name => "BLAS";

    public Finding Run()
    {
        if (!NativeLibrary.TryLoad("libblas.so.3", out var library) || !NativeLibrary.TryGetExport(library, "cblas_sgemm", out var product))
        {
            return Finding.Failed("libblas.so.3 with cblas_sgemm is missing", Install);
        }

        var file = MappedFiles.Find("libblas.so.3") ?? "libblas.so.3";
        return Judge(file, Time((delegate* unmanaged[Cdecl]<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void>)product));
    }

    /// <summary>The verdict on a library that takes <paramref name="time"/> for one product.</summary>
    internal static Finding Judge(string file, TimeSpan time)
    {
        var text = $"{file}: 512 x 512 x 512 in {time.TotalMilliseconds:F1} ms";
        if (file.Contains("openblas-pthread", StringComparison.Ordinal))
        {
            return Finding.Failed($"{text}, but its own threads fight libtorch's: training on two cores takes 3 times as long", Install);
        }

        if (time <= _slowest)
        {
            return Finding.Well(text);
        }

        return file.Contains("openblas", StringComparison.Ordinal)
            ? Finding.Doubtful($"{text}, slow for OpenBLAS", "is something else using the cores? then look again")
            : Finding.Failed($"{text}, as slow as the REFERENCE BLAS: training takes about 12 times as long", Install);
    }

    private static TimeSpan Time(delegate* unmanaged[Cdecl]<int, int, int, int, int, int, float, float*, int, float*, int, float, float*, int, void> product)
    {
        const int rowMajor = 101;
        const int asIs = 111;
        var a = new float[Side * Side];
        var b = new float[Side * Side];
        var c = new float[Side * Side];
        Array.Fill(a, 0.5f);
        Array.Fill(b, 0.25f);
        var best = TimeSpan.MaxValue;
        fixed (float* x = a, y = b, z = c)
        {
            // The best of a few: a busy machine makes single ones slow, nothing makes one fast.
            for (var attempt = 0; attempt < Attempts; attempt++)
            {
                var start = Stopwatch.GetTimestamp();
                product(rowMajor, asIs, asIs, Side, Side, Side, 1, x, Side, y, Side, 0, z, Side);
                var time = Stopwatch.GetElapsedTime(start);
                best = time < best ? time : best;
            }
        }

        return best;
    }
}
