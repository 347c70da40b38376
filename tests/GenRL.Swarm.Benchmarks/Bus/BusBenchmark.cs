using System.Diagnostics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Messaging.Broker;
using GenRL.Swarm.Messaging.Mqtt;

namespace GenRL.Swarm.Benchmarks.Bus;

/// <summary>One-way latency of intentions through a real broker: 10 robots at 20 Hz, 24 bytes, one receiver; everything in one process but the broker.</summary>
public static class BusBenchmark
{
    private const int Robots = 10;
    private const int Hertz = 20;
    private const int Seconds = 10;
    private const int Total = Robots * Hertz * Seconds;
    private const double TargetMilliseconds = 1.0;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Measures and prints the figures beside their targets.</summary>
    /// <param name="args">Nothing is taken.</param>
    /// <returns>0 when both targets are met, else 1.</returns>
    public static int Run(string[] args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var latencies = MeasureAsync(CancellationToken.None).GetAwaiter().GetResult();
        Array.Sort(latencies);
        var lost = Total - latencies.Length;
        var p50 = Percentile(latencies, 0.5);
        Console.WriteLine($"bus: {Robots} robots x {Hertz} Hz x {IntentionCodec.Length} B through mosquitto, {Seconds} s, load average {LoadAverage()}");
        Console.WriteLine($"  one-way p50  {p50,8:F3} ms   target < {TargetMilliseconds:F0} ms   {Judge(p50 < TargetMilliseconds)}");
        Console.WriteLine($"  one-way p99  {Percentile(latencies, 0.99),8:F3} ms");
        Console.WriteLine($"  one-way max  {Percentile(latencies, 1.0),8:F3} ms");
        Console.WriteLine($"  lost         {lost,8} of {Total}   target 0   {Judge(lost == 0)}");
        return p50 < TargetMilliseconds && lost == 0 ? 0 : 1;
    }

    private static async Task<double[]> MeasureAsync(CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("swarm-bench-").FullName;
        try
        {
            await using var broker = await BrokerProcess.StartAsync(new BrokerOptions { Folder = folder }, cancellation);
            await using var receiver = new MqttBus(new MqttBusOptions { ClientId = "receiver", Port = broker.Port }, TimeProvider.System);
            var latencies = new double[Total];
            var received = 0;
            using var complete = new ManualResetEventSlim();
            receiver.Subscribe(Topics.AllRobots("bench", Topics.Intention), BusDelivery.BestEffort, (_, payload) =>
            {
                latencies[received++] = Stopwatch.GetElapsedTime(MemoryMarshal.Read<long>(payload)).TotalMilliseconds;
                if (received == Total)
                {
                    complete.Set();
                }
            });
            await receiver.ReadyAsync(cancellation);
            var senders = new List<Task>();
            for (var robot = 0; robot < Robots; robot++)
            {
                senders.Add(SendAsync(broker.Port, robot, cancellation));
            }

            await Task.WhenAll(senders);
            complete.Wait(Patience, cancellation);
            return latencies[..Volatile.Read(ref received)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task SendAsync(int port, int robot, CancellationToken cancellation)
    {
        var id = new RobotId((ushort)robot);
        await using var bus = new MqttBus(new MqttBusOptions { ClientId = id.ToString(), Port = port }, TimeProvider.System);
        await bus.ReadyAsync(cancellation);
        var topic = bus.Topic(Topics.Robot("bench", id, Topics.Intention));
        var payload = new byte[IntentionCodec.Length];

        // Robots are not in step with each other: spread them over one period.
        await Task.Delay(TimeSpan.FromSeconds((double)robot / Robots / Hertz), cancellation);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / Hertz));
        for (var i = 0; i < Hertz * Seconds; i++)
        {
            await timer.WaitForNextTickAsync(cancellation);
            MemoryMarshal.Write(payload, Stopwatch.GetTimestamp());
            bus.Publish(topic, payload, BusDelivery.BestEffort);
        }
    }

    private static double Percentile(double[] sorted, double quantile) =>
        sorted.Length == 0 ? double.NaN : sorted[Math.Min(sorted.Length - 1, (int)(quantile * sorted.Length))];

    private static string Judge(bool met) => met ? "met" : "MISSED";

    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
}
