using System.Diagnostics;

namespace GenRL.Swarm.Benchmarks.Sim;

/// <summary>How fast this core reads and writes memory of a given footprint, by copying one half of it onto the other.</summary>
internal sealed class CopySpeed
{
    private static readonly long[] Sizes = [16 << 10, 256 << 10, 8 << 20, 256 << 20];
    private readonly double[] _perSecond;

    public CopySpeed() => _perSecond = [.. Sizes.Select(Measure)];

    /// <summary>Bytes read and written per second where <paramref name="footprint"/> bytes are touched over and over.</summary>
    public double At(long footprint)
    {
        var level = Array.FindIndex(Sizes, size => footprint <= 2 * size);
        return _perSecond[level < 0 ? ^1 : level];
    }

    public override string ToString() =>
        string.Join(", ", Sizes.Zip(_perSecond, (size, speed) => $"{(size >> 10 >= 1024 ? $"{size >> 20} MiB" : $"{size >> 10} KiB")} {speed / 1e9:F0} GB/s"));

    private static double Measure(long size)
    {
        var half = (int)(size / 2);
        var (from, to) = (new byte[half], new byte[half]);
        Array.Fill(from, (byte)1);
        var best = 0d;
        for (var round = 0; round < 5; round++)
        {
            var copies = (int)Math.Max(4, (1L << 30) / size);
            var watch = Stopwatch.StartNew();
            for (var i = 0; i < copies; i++)
            {
                from.CopyTo(to, 0);
            }

            best = Math.Max(best, (double)size * copies / watch.Elapsed.TotalSeconds);
        }

        return best;
    }
}
