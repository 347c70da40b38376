using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;

namespace GenRL.Swarm.Benchmarks.TickLog;

/// <summary>Records of a robot on a circle among three others, with measurement noise: what compresses as badly as a real flight.</summary>
internal static class SyntheticFlight
{
    private const int Rays = 32;
    private const int Neighbours = 3;
    private const int Candidates = 32;

    public static void Fill(StepRecord record, long step, Random random)
    {
        var angle = step * PlanShape.StepSeconds * 0.4f;
        record.Step = new StepNumber(step);
        record.Now = new Stamp(step * 20_000_000);
        record.Sensors.Stamp = record.Now.Plus(-0.002);
        record.Sensors.Ego = new EgoState(Circle(angle, random), Circle(angle + 1.57f, random), angle, 0.4f);
        record.Sensors.MaxRange = 6f;
        record.Sensors.RayCount = Rays;
        record.Sensors.NeighbourCount = Neighbours;
        for (var i = 0; i < Rays; i++)
        {
            record.Sensors.Ranges[i] = 3f + Noise(random);
        }

        for (var i = 0; i < Neighbours; i++)
        {
            record.Sensors.Neighbours[i] = new SensedNeighbour(
                new RobotId((ushort)(i + 1)), Circle(angle + i, random), Circle(angle + i + 1.57f, random), 0.12f);
        }

        record.Verdict = new ShieldVerdict(Circle(angle + 1.57f, random), Circle(angle + 1.57f, random), ShieldReason.None, 1f + Noise(random));
        record.PlanAge = step % 5 * PlanShape.StepSeconds;
        record.Duration = 20e-6f + Noise(random) * 1e-6f;
    }

    public static void Fill(TickRecord record, StepRecord step, Random random)
    {
        record.Tick = new TickNumber(step.Step.Value / PlanShape.StepsPerTick);
        record.Step = step.Step;
        record.Now = step.Now;
        record.Sensors.CopyFrom(step.Sensors);
        record.Goal = new GoalAssignment(1, Vector2.One, Active: true);
        record.HeardCount = Neighbours;
        record.AttendedCount = Neighbours;
        for (var i = 0; i < Neighbours; i++)
        {
            var frame = default(FrameBytes);
            random.NextBytes(frame);
            record.Heard[i] = new HeardFrame(step.Now.Plus(-0.03), frame, new Introduction(0x600DB00C, 0.12f));
            ref readonly var seen = ref step.Sensors.Neighbours[i];
            record.Attended[i] = new AttendedNeighbour(
                true, seen.Id, seen.Position, seen.Velocity, true, 0.03f, seen.Position + seen.Velocity * 0.5f, seen.Position + seen.Velocity,
                seen.Position + seen.Velocity * 1.5f, Vector2.One);
        }

        for (var i = 0; i < PlanShape.Horizon; i++)
        {
            record.Plan[i] = Circle(i * 0.04f, random);
            record.Path[i] = Circle(i * 0.04f, random);
        }

        record.Candidates = Candidates;
        for (var i = 0; i < Candidates; i++)
        {
            record.Costs[i] = 5f + Noise(random) * 100f;
        }

        record.DidTell = true;
        record.Timings = new TickTimings(Noise(random), Noise(random), Noise(random), Noise(random), Noise(random), Noise(random));
    }

    private static Vector2 Circle(float angle, Random random) => new(MathF.Cos(angle) + Noise(random), MathF.Sin(angle) + Noise(random));

    private static float Noise(Random random) => (random.NextSingle() - 0.5f) * 0.02f;
}
