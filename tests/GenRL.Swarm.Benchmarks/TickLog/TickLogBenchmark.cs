using System.Diagnostics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.Benchmarks.TickLog;

/// <summary>Cost of appending to a tick log as the control loop pays it, and bytes per second of flight on the disk with zstd.</summary>
internal static class TickLogBenchmark
{
    private const int Seconds = 600;

    /// <summary>Prints the figures.</summary>
    public static void Run(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("ticklog-bench");
        try
        {
            Run(output, Path.Combine(folder.FullName, "bench.mcap"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Run(TextWriter output, string path)
    {
        var header = new RunHeader(
            new RobotId(0), "bench", 7, "lockstep", new ReleaseId(new string('0', 64)), "{}", new Dictionary<string, string>());
        var step = new StepRecord();
        var tick = new TickRecord();
        var random = new Random(7);
        var stepTimes = new List<long>(Seconds * 50);
        var tickTimes = new List<long>(Seconds * 10);
        using (var writer = TickLogWriter.ToFile(path, header, new TickLogOptions { Lockstep = true, HandoverBytes = 64 << 20 }))
        {
            for (var i = 0; i < Seconds * 50; i++)
            {
                SyntheticFlight.Fill(step, i, random);
                stepTimes.Add(Time(() => writer.Append(step)));
                if (i % PlanShape.StepsPerTick == 0)
                {
                    SyntheticFlight.Fill(tick, step, random);
                    tickTimes.Add(Time(() => writer.Append(tick)));
                }
            }
        }

        Print(output, "append step", stepTimes);
        Print(output, "append tick", tickTimes);
        var bytes = new FileInfo(path).Length;
        output.WriteLine($"on disk      {bytes / (double)Seconds:0} B per second of flight, {bytes / (double)(stepTimes.Count + tickTimes.Count):0} B per record (zstd)");
    }

    private static long Time(Func<bool> append)
    {
        var start = Stopwatch.GetTimestamp();
        _ = append();
        return Stopwatch.GetTimestamp() - start;
    }

    private static void Print(TextWriter output, string name, List<long> times)
    {
        times.Sort();
        var microsecond = Stopwatch.Frequency / 1e6;
        output.WriteLine($"{name}  p50 {times[times.Count / 2] / microsecond:0.00} us, p99 {times[times.Count * 99 / 100] / microsecond:0.00} us");
    }
}
