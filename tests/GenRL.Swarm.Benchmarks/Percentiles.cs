namespace GenRL.Swarm.Benchmarks;

/// <summary>Percentiles of a list of durations, and the machine's load beside them: every figure is printed with it.</summary>
internal static class Percentiles
{
    /// <summary>The value below which <paramref name="fraction"/> of <paramref name="sorted"/> lie.</summary>
    public static double At(IReadOnlyList<double> sorted, double fraction) => sorted[Math.Min(sorted.Count - 1, (int)(fraction * sorted.Count))];

    /// <summary>The one-minute load average.</summary>
    public static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    /// <summary>One line: what, p50, p99, p99.9, largest, in <paramref name="unit"/> after scaling.</summary>
    public static string Line(string what, List<double> values, double scale, string unit)
    {
        values.Sort();
        return $"{what,-34} p50 {At(values, 0.5) * scale,8:F3}  p99 {At(values, 0.99) * scale,8:F3}  p99.9 {At(values, 0.999) * scale,8:F3}  max {values[^1] * scale,8:F3} {unit}";
    }
}
