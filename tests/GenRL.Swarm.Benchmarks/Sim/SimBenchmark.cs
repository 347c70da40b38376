using System.Text.Json;

namespace GenRL.Swarm.Benchmarks.Sim;

/// <summary>
/// Environment steps per second of every kind of scenario, one thread and two, with draws, observations, rewards and resets; beside each the peer
/// and the limit: what memory of that footprint, or the same code in the first cache, would allow.
/// </summary>
internal static class SimBenchmark
{
    // A batch of this size lies in the first cache, or nearly: its rate is the code's own.
    private const int Cached = 32;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>Measures and prints.</summary>
    public static int Run(string[] args)
    {
        SimOptions options;
        try
        {
            options = SimOptions.Parse(args);
        }
        catch (FormatException exception)
        {
            Console.Error.WriteLine($"{exception.Message}\n{SimOptions.Usage}");
            return 2;
        }

        var rows = SimRow.All.Where(row => row.Scenario.Contains(options.Only, StringComparison.Ordinal)).ToList();
        if (rows.Count == 0)
        {
            Console.Error.WriteLine($"--only: no row contains \"{options.Only}\"");
            return 2;
        }

        var (copy, table) = (new CopySpeed(), new SimTable(Console.Out));
        Console.WriteLine($"load average {File.ReadAllText("/proc/loadavg").Split(' ')[0]}; reading and writing: {copy}");
        Console.WriteLine("environment steps per second of processor time, best of the rounds; observations float32, [tile, agent, number, lane]");
        table.Head();
        var lines = rows.SelectMany(row => Measure(row, options, copy, table)).ToList();
        if (options.Json is { } file)
        {
            File.WriteAllText(file + ".part", JsonSerializer.Serialize(lines, Indented));
            File.Move(file + ".part", file, overwrite: true);
        }

        return 0;
    }

    private static List<SimLine> Measure(SimRow row, SimOptions options, CopySpeed copy, SimTable table)
    {
        var peers = options.Anchors is null || row.Peer is null ? null : new PeerRunner(options.Anchors);
        var (lines, own, beside) = (new List<SimLine>(), 0d, 0d);
        foreach (var worlds in row.Worlds)
        {
            var (one, two, peer) = (default(SimFigures), default(SimFigures), default(double?));
            for (var round = 0; round < options.Rounds; round++)
            {
                if (peers is not null && (worlds == 1 || row.Peer!.Batches.Contains(worlds)))
                {
                    peer = Math.Max(peer ?? 0d, peers.Measure(row.Peer!, worlds, options.Seconds) ?? 0d);
                }

                one = Better(one, Once(row, worlds, 1, options.Seconds));
                two = worlds >= Cached ? Better(two, Once(row, worlds, 2, options.Seconds)) : two;
            }

            own = worlds <= Cached ? Math.Max(own, one!.PerCpuSecond) : own;
            beside = Math.Max(beside, peer ?? 0d);
            var bandwidth = copy.At(one!.Footprint) / one.BytesPerStep;
            var line = new SimLine(one, two, PeerRate(row, worlds, peer), peer is > 0d, Math.Min(bandwidth, own), bandwidth <= own ? "memory" : "code");
            table.Add(line);
            lines.Add(line);
        }

        table.Best(row, lines, beside);
        return lines;
    }

    private static double? PeerRate(SimRow row, int worlds, double? measured) =>
        measured is > 0d ? measured : row.Peer is null || worlds != 1 ? null : row.Peer.Single;

    private static SimFigures Once(SimRow row, int worlds, int threads, double seconds)
    {
        using var measurement = new SimMeasurement(row, worlds, threads);
        return measurement.Run(seconds);
    }

    private static SimFigures Better(SimFigures? a, SimFigures b) => a is not null && a.PerCpuSecond >= b.PerCpuSecond ? a : b;
}
