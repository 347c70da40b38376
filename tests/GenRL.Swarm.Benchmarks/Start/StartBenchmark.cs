using GenRL.Swarm.Messaging.Broker;
using GenRL.Swarm.Messaging.Mqtt;

namespace GenRL.Swarm.Benchmarks.Start;

/// <summary>
/// How long a robot's process takes from its start until it is ready, how much memory it holds, and how long its first plan tick takes: the real process
/// with the shipped release on a real broker, one robot in an empty world. The last of the runs flies on for half a minute.
/// </summary>
internal static class StartBenchmark
{
    private const int Runs = 10;
    private const double ReadySeconds = 1.0;
    private const double ResidentMegabytes = 130.0;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Last = TimeSpan.FromSeconds(30);

    /// <summary>Measures and prints the figures beside their targets.</summary>
    /// <returns>0 when the targets are met, else 1.</returns>
    public static async Task<int> RunAsync()
    {
        Console.WriteLine($"load average {Percentiles.Load()} at the start");
        var folder = Directory.CreateTempSubdirectory("swarm-bench-").FullName;
        try
        {
            return Print(await MeasureAsync(folder));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<StartFigures>> MeasureAsync(string folder)
    {
        await using var broker = await BrokerProcess.StartAsync(new BrokerOptions { Folder = Path.Combine(folder, "broker") }, CancellationToken.None);
        await using var bus = new MqttBus(new MqttBusOptions { ClientId = "world", Port = broker.Port }, TimeProvider.System);
        await bus.ReadyAsync(CancellationToken.None);
        await using var world = new EmptyWorld(bus);
        var results = new List<StartFigures>();
        for (var run = 0; run < Runs; run++)
        {
            using var robot = new StartedRobot(Path.Combine(folder, $"run-{run}"), broker.Port);
            results.Add(await robot.FlyAsync(run == Runs - 1 ? Last : First));
        }

        return results;
    }

    private static int Print(List<StartFigures> runs)
    {
        var ready = Percentiles.At([.. runs.Select(run => run.ReadySeconds).Order()], 0.5);
        var resident = runs.Max(run => run.ReadyMegabytes);
        var peak = runs[^1].PeakMegabytes;
        Console.WriteLine($"{runs.Count} starts of swarm-onboard with the shipped release, one robot; the last flew {Last.TotalSeconds:F0} s");
        Console.WriteLine($"  start to ready    p50 {ready,7:F3} s   max {runs.Max(run => run.ReadySeconds):F3} s   target p50 <= {ReadySeconds:F1} s   {Judge(ready <= ReadySeconds)}");
        Console.WriteLine($"  processor time until then p50 {Percentiles.At([.. runs.Select(run => run.ReadyProcessorSeconds).Order()], 0.5),7:F3} s");
        Console.WriteLine($"  resident at ready max {resident,7:F1} MB");
        Console.WriteLine($"  resident at peak      {peak,7:F1} MB   target <= {ResidentMegabytes:F0} MB   {Judge(peak <= ResidentMegabytes)}");
        Console.WriteLine($"  resident at the end   {runs[^1].EndMegabytes,7:F1} MB");
        Console.WriteLine(Percentiles.Line("  first control step", [.. runs.Select(run => run.FirstStepSeconds)], 1e3, "ms"));
        Console.WriteLine(Percentiles.Line("  first plan tick", [.. runs.Select(run => run.FirstTickSeconds)], 1e3, "ms"));
        Console.WriteLine(Percentiles.Line("  tenth plan tick", [.. runs.Select(run => run.TenthTickSeconds)], 1e3, "ms"));
        Console.WriteLine($"  the last run: {runs[^1].Account}");
        Console.WriteLine($"load average {Percentiles.Load()} at the end");
        return ready <= ReadySeconds && peak <= ResidentMegabytes ? 0 : 1;
    }

    private static string Judge(bool met) => met ? "met" : "MISSED";
}
