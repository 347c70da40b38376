using System.Globalization;
using System.Text;

namespace GenRL.Swarm.Benchmarks.Sim;

/// <summary>How the cost of one world grows with its robots: 4 to 4096 robots with 32 rays of 3 m, one per 2 square metres, 20 Hz.</summary>
internal static class ScalingBenchmark
{
    private const double StepSeconds = 0.05;
    private static readonly int[] Robots = [4, 16, 64, 256, 1000, 2048, 4096];

    /// <summary>Measures and prints; with a file's name, draws too.</summary>
    public static int Run(string[] args)
    {
        Console.WriteLine($"load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]}; one world, one thread");
        Console.WriteLine($"{"robots",8}{"steps/s",12}{"us per robot",14}{"times real time",17}");
        var points = new List<(int Robots, double Microseconds)>();
        foreach (var robots in Robots)
        {
            using var measurement = new SimMeasurement(new SimRow("crowd/goals", robots, [1]), 1, 1);
            measurement.Run(0.5);
            var rate = Enumerable.Range(0, 3).Max(_ => measurement.Run(1).PerCpuSecond);
            points.Add((robots, 1e6 / rate / robots));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{robots,8}{rate,12:F0}{1e6 / rate / robots,14:F3}{rate * StepSeconds,17:F1}"));
        }

        if (args is [var file])
        {
            File.WriteAllText(file, Picture(points));
        }

        return 0;
    }

    /// <summary>Microseconds per robot and step over robots, the latter on a logarithmic axis.</summary>
    private static string Picture(List<(int Robots, double Microseconds)> points)
    {
        const double width = 640, height = 320, left = 60, bottom = 40, top = 30;
        var most = points.Max(point => point.Microseconds) * 1.2;
        double X(int robots) => left + ((width - left - 20) * (Math.Log2(robots) - 2) / 10);
        double Y(double value) => height - bottom - ((height - bottom - top) * value / most);
        var svg = new StringBuilder($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="white"/>""");
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{left}" y="18">one world: microseconds of processor time per robot and step, over the number of robots</text>""");
        foreach (var share in (ReadOnlySpan<double>)[0, 0.25, 0.5, 0.75, 1])
        {
            var y = Y(share * most);
            svg.Append(CultureInfo.InvariantCulture, $"""<line x1="{left}" x2="{width - 20}" y1="{y:F1}" y2="{y:F1}" stroke="#ddd"/><text x="{left - 8}" y="{y + 4:F1}" text-anchor="end">{share * most:F2}</text>""");
        }

        foreach (var (robots, value) in points)
        {
            svg.Append(CultureInfo.InvariantCulture, $"""<circle cx="{X(robots):F1}" cy="{Y(value):F1}" r="4" fill="#1f6feb"/><text x="{X(robots):F1}" y="{height - bottom + 18}" text-anchor="middle">{robots}</text>""");
        }

        var line = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.Robots):F1},{Y(point.Microseconds):F1}")));
        return svg.Append(CultureInfo.InvariantCulture, $"""<polyline points="{line}" fill="none" stroke="#1f6feb" stroke-width="2"/></svg>""").ToString();
    }
}
