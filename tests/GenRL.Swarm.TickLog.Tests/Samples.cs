using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;

namespace GenRL.Swarm.TickLog.Tests;

/// <summary>Records with every field set, different for every number.</summary>
internal static class Samples
{
    public static RunHeader Header { get; } = new(
        new RobotId(3), "demo", 7, "lockstep", new ReleaseId(new string('a', 64)), """{"robots":4,"note":"naïve – ok"}""",
        new Dictionary<string, string> { ["swarm"] = "0.1.0", ["runtime"] = "10.0" });

    public static long TimeOf(long step) => 1_000_000_000 + step * 20_000_000;

    public static void Fill(StepRecord record, long step, int rays = 40, int neighbours = 3)
    {
        record.Step = new StepNumber(step);
        record.Now = new Stamp(TimeOf(step));
        Fill(record.Sensors, step, rays, neighbours);
        record.Verdict = new ShieldVerdict(V(step, 1), V(step, 2), (ShieldReason)(step % 8), F(step, 3));
        record.PlanAge = step % 7 == 0 ? float.PositiveInfinity : F(step, 4);
        record.Duration = F(step, 5);
    }

    public static void Fill(TickRecord record, long tick, int rays = 40, int neighbours = 3, int heard = 4, int attended = 5, int candidates = 33)
    {
        record.Tick = new TickNumber(tick);
        record.Step = new StepNumber(tick * 5);
        record.Now = new Stamp(TimeOf(tick * 5));
        Fill(record.Sensors, tick * 5, rays, neighbours);
        record.Goal = new GoalAssignment((int)(tick / 10), V(tick, 6), tick % 3 != 0);
        record.Executed = V(tick, 7);
        record.HeardCount = heard;
        record.AttendedCount = attended;
        record.Candidates = candidates;
        for (var i = 0; i < heard; i++)
        {
            record.Heard[i] = new HeardFrame(new Stamp(TimeOf(tick) - i), Frame(tick + i), i % 3 == 1 ? null : new Introduction((uint)(0xF0000000 + tick + i), 0.1f + i));
        }

        for (var i = 0; i < attended; i++)
        {
            record.Attended[i] = new AttendedNeighbour(
                i % 2 == 0, new RobotId((ushort)(100 + i)), V(tick, 10 + i), V(tick, 20 + i), i % 3 == 0, F(tick, 30 + i), V(tick, 40 + i),
                V(tick, 50 + i), V(tick, 60 + i), V(tick, 70 + i));
        }

        for (var i = 0; i < PlanShape.Horizon; i++)
        {
            record.Plan[i] = V(tick, 80 + i);
            record.Path[i] = V(tick, 100 + i);
        }

        for (var i = 0; i < candidates; i++)
        {
            record.Costs[i] = F(tick, 200 + i);
        }

        record.Best = (int)(tick % 33);
        record.DidTell = tick % 2 == 0;
        record.Told = Frame(tick + 1000);
        record.ReleaseEpoch = (int)(tick / 100);
        record.Fault = (TickFault)(tick % 4);
        record.Timings = new TickTimings(F(tick, 8), F(tick, 9), F(tick, 10), F(tick, 11), F(tick, 12), F(tick, 13));
    }

    public static LogEvent Event(long step, string kind = "goal") =>
        new(new Stamp(TimeOf(step)), new TickNumber(step / 5), kind, step % 2 == 0 ? null : new ReleaseId(new string('b', 64)), $"step \"{step}\" ✓");

    private static void Fill(SensorFrame frame, long step, int rays, int neighbours)
    {
        frame.Stamp = new Stamp(TimeOf(step) - 1_000_000);
        frame.Ego = new EgoState(V(step, 1), V(step, 2), F(step, 3), F(step, 4));
        frame.MaxRange = 8f;
        frame.RayCount = rays;
        frame.NeighbourCount = neighbours;
        for (var i = 0; i < rays; i++)
        {
            frame.Ranges[i] = F(step, i);
        }

        for (var i = 0; i < neighbours; i++)
        {
            frame.Neighbours[i] = new SensedNeighbour(new RobotId((ushort)(i + 1)), V(step, i), V(step, i + 5), F(step, i + 9));
        }
    }

    private static FrameBytes Frame(long seed)
    {
        var frame = default(FrameBytes);
        Span<byte> bytes = frame;
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)(seed * 31 + i);
        }

        return frame;
    }

    private static float F(long a, int b) => MathF.Sin(a * 0.37f + b) * 3f;

    private static Vector2 V(long a, int b) => new(F(a, b), F(a, b + 1000));
}
