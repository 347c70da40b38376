using System.Diagnostics;
using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Onboard.Safety;

namespace GenRL.Swarm.Benchmarks.Shield;

/// <summary>Times the shield's programme (8 neighbours and 8 speed faces) and a whole verdict, each call on its own.</summary>
internal static class ShieldBenchmark
{
    private const int Problems = 200_000;
    private const double TargetMicroseconds = 5;

    private static ulong _state;

    /// <summary>Runs and prints; 0 when the programme's p99 is within the target.</summary>
    /// <param name="args">Not used.</param>
    public static int Run(string[] args)
    {
        Console.WriteLine($"load average {LoadAverage()}, {Environment.ProcessorCount} processors, {Problems} calls each, microseconds");
        var p99 = Report("QP, 8 neighbours + 8 faces", $"p99 <= {TargetMicroseconds}", Programmes());
        Report("verdict, 8 neighbours + 32 rays", "-", Verdicts(32));
        Report("verdict, 8 neighbours + 128 rays", "-", Verdicts(128));
        return p99 <= TargetMicroseconds ? 0 : 1;
    }

    private static double[] Programmes()
    {
        _state = 1;
        var rows = new HalfPlane[Problems * 16];
        var targets = new Vector2[Problems];
        for (var i = 0; i < Problems; i++)
        {
            var angle = Uniform(-Math.PI, Math.PI);
            targets[i] = (float)Uniform(0, 1) * new Vector2((float)Math.Cos(angle), (float)Math.Sin(angle));
            SpeedPolygon.Write(rows.AsSpan(i * 16), targets[i].X, targets[i].Y, 1);
            for (var row = SpeedPolygon.Faces; row < 16; row++)
            {
                var normal = Uniform(-Math.PI, Math.PI);
                rows[i * 16 + row] = new HalfPlane(Math.Cos(normal), Math.Sin(normal), Uniform(-0.3, 1));
            }
        }

        var outcomes = new int[4];
        var times = Time(i => outcomes[(int)PlanarQp.Solve(rows.AsSpan(i * 16, 16), SpeedPolygon.Faces, targets[i].X, targets[i].Y, out _, out _)]++);
        Console.WriteLine($"of the programmes {100.0 * outcomes[1] / outcomes.Sum():F0} % projected, {100.0 * outcomes[2] / outcomes.Sum():F0} % infeasible");
        return times;
    }

    private static double[] Verdicts(int rays)
    {
        _state = 2;
        var shield = new SafetyShield(new ShieldOptions(), ActuatorModel.Rotated(0.6f, 1f, 0.6f, 0.2f));
        var frame = new SensorFrame { NeighbourCount = 8, RayCount = rays, MaxRange = 3f };
        return Time(i =>
        {
            frame.Stamp = new Stamp(i * 20_000_000L);
            shield.Verdict(frame, frame.Stamp, new Vector2(1f, 0f));
        }, () =>
        {
            for (var n = 0; n < 8; n++)
            {
                var (distance, angle) = (Uniform(0.4, 2), Uniform(-Math.PI, Math.PI));
                frame.Neighbours[n] = new SensedNeighbour(
                    new RobotId((ushort)n), new Vector2((float)(distance * Math.Cos(angle)), (float)(distance * Math.Sin(angle))),
                    new Vector2((float)Uniform(-1, 1), (float)Uniform(-1, 1)), 0.12f);
            }

            for (var ray = 0; ray < rays; ray++)
            {
                frame.Ranges[ray] = (float)Uniform(0.3, 4);
            }
        });
    }

    private static double[] Time(Action<int> call, Action? prepare = null)
    {
        var times = new double[Problems];
        for (var i = 0; i < Problems; i++)
        {
            prepare?.Invoke();
            var start = Stopwatch.GetTimestamp();
            call(i);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return times;
    }

    private static double Report(string what, string target, double[] times)
    {
        Array.Sort(times);
        double At(double part) => times[(int)(part * (times.Length - 1))];
        Console.WriteLine($"{what}: p50 {At(0.5):F2}, p99 {At(0.99):F2}, p99.9 {At(0.999):F2}, max {times[^1]:F1} (target {target})");
        return At(0.99);
    }

    private static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";

    private static double Uniform(double low, double high)
    {
        _state = _state * 6364136223846793005 + 1442695040888963407;
        return low + (high - low) * (_state >> 11) / (1UL << 53);
    }
}
