using System.Diagnostics;
using GenRL.Swarm.Learning.Compression;
using GenRL.Swarm.Learning.Policies.Experience;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Sim.Batch;

namespace GenRL.Swarm.Benchmarks.Graphs;

/// <summary>
/// How long each graph of the shipped bundle takes alone, the policy in integers against the policy in floats (docs/adr/0007), and whether one graph for the tick
/// would be quicker than one per stage (docs/adr/0002): both forms on the same numbers by turns, so that whatever else the machine does falls on both; with warm caches, and with cold ones, as a robot that ticks ten times a second
/// has them.
/// </summary>
internal static class GraphsBenchmark
{
    private const int Rounds = 3000;
    private const int ColdRounds = 200;
    private const int WarmUp = 100;

    /// <summary>More than any processor's caches hold, bytes.</summary>
    private const int CacheBytes = 128 << 20;

    /// <summary>The two forms may differ by rounding, metres.</summary>
    private const float Tolerance = 1e-3f;

    private static readonly string[] Stages = ["encode.onnx", "predict.onnx", "propose.onnx", "imagine.onnx"];
    private static readonly byte[] Elsewhere = new byte[CacheBytes];

    public static int Run(string[] args)
    {
        Console.WriteLine($"load average {Percentiles.Load()} at the start; {Rounds} rounds each, microseconds");
        OnnxRuntimeLibrary.Load();
        var integers = Quantised();
        foreach (var candidates in (int[])[16, 32])
        {
            using var bundle = Pretrained.Load(candidates);
            Compare(candidates, bundle.Policy, integers);
            foreach (var neighbours in (int[])[3, 7])
            {
                Console.WriteLine($"K = {candidates}, N = {neighbours}");
                Alone(bundle, neighbours);
                Compare(bundle, new TickInputs(candidates, neighbours));
            }
        }

        Console.WriteLine($"load average {Percentiles.Load()} at the end");
        return args.Length == 0 ? 0 : 2;
    }

    /// <summary>The shipped policy in 8-bit integers; a few of the expert's flights are enough for ranges when only time is measured.</summary>
    private static byte[] Quantised()
    {
        const int Worlds = 4;
        var flights = new CollectionSettings { Ticks = 10 };
        var seen = new PolicySamples(Worlds * flights.Robots * flights.Ticks, flights.Robots - 1);
        new ExperienceCollector(new SimWorlds(), flights).Fly(Worlds, 1, policy: null, seen);
        return PolicyQuantisation.Run(Pretrained.Read("propose.onnx"), seen, 1).Propose;
    }

    private static void Compare(int candidates, GenerativePolicy policy, byte[] integers)
    {
        using var quantised = new GenerativePolicy(integers, ["cpu"], policy.Samples);
        var times = Time(Rounds, () => { }, policy.Run, quantised.Run);
        Console.WriteLine($"propose, K = {candidates}");
        Console.WriteLine(Percentiles.Line("  warm: float", times[0], 1, "us"));
        Console.WriteLine(Percentiles.Line("  warm: int8", times[1], 1, "us"));
        Console.WriteLine($"  warm: int8 / float: p50 {Ratio(times, 0.5):F3}, p99 {Ratio(times, 0.99):F3}");
    }

    private static void Alone(ModelBundle bundle, int neighbours)
    {
        foreach (var session in bundle.Sessions)
        {
            var rows = session.Name is "predict" or "imagine" ? neighbours : 1;
            Action run = session.Name is "predict" or "imagine" ? () => session.Run(rows) : session.Run;
            Console.WriteLine(Percentiles.Line($"  warm: {session.Name}", Time(Rounds, () => { }, run)[0], 1, "us"));
        }
    }

    private static void Compare(ModelBundle bundle, TickInputs inputs)
    {
        var staged = new StagedTick(bundle, inputs);
        using var merged = new MergedTick(bundle, Pretrained.Read, inputs);
        Check(staged, merged, inputs);
        Console.WriteLine($"  files: four graphs {Stages.Sum(name => Pretrained.Read(name).Length) / 1e3:F0} kB, one graph {MergedModel.Write(bundle, Pretrained.Read).Length / 1e3:F0} kB");
        Print("warm", Time(Rounds, () => { }, staged.Run, merged.Run));
        Print("cold", Time(ColdRounds, () => Elsewhere.AsSpan().Reverse(), staged.Run, merged.Run));
    }

    private static void Print(string caches, List<double>[] times)
    {
        Console.WriteLine(Percentiles.Line($"  {caches}: four graphs in turn", times[0], 1, "us"));
        Console.WriteLine(Percentiles.Line($"  {caches}: one graph", times[1], 1, "us"));
        Console.WriteLine($"  {caches}: one graph / four graphs: p50 {Ratio(times, 0.5):F3}, p99 {Ratio(times, 0.99):F3}");
    }

    private static void Check(StagedTick staged, MergedTick merged, TickInputs inputs)
    {
        inputs.ResetState();
        staged.Run();
        var expected = staged.Paths.ToArray();
        inputs.ResetState();
        merged.Run();
        for (var i = 0; i < expected.Length; i++)
        {
            if (!(MathF.Abs(expected[i] - merged.Paths[i]) <= Tolerance))
            {
                throw new InvalidOperationException($"the two forms differ: path value {i} is {expected[i]} and {merged.Paths[i]}");
            }
        }
    }

    private static double Ratio(List<double>[] times, double part) => Percentiles.At(times[1], part) / Percentiles.At(times[0], part);

    /// <summary>Durations of each of <paramref name="forms"/>, run by turns after <paramref name="prepare"/>, each first as often as the others; microseconds.</summary>
    private static List<double>[] Time(int rounds, Action prepare, params Action[] forms)
    {
        var times = Array.ConvertAll(forms, _ => new List<double>(rounds));
        for (var round = -WarmUp; round < rounds; round++)
        {
            for (var i = 0; i < forms.Length; i++)
            {
                var form = (i + Math.Abs(round)) % forms.Length;
                prepare();
                var start = Stopwatch.GetTimestamp();
                forms[form]();
                var microseconds = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
                if (round >= 0)
                {
                    times[form].Add(microseconds);
                }
            }
        }

        return times;
    }
}
