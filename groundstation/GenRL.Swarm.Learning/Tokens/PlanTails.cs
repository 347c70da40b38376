using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Agent.Intentions;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Datasets;
using GenRL.Swarm.Learning.Expert;

namespace GenRL.Swarm.Learning.Tokens;

/// <summary>
/// Plan tails to learn a codebook from: those of flown tracks, and as many again drawn at random (goals at 0 to 12 m, any end velocity
/// up to 1 m/s), so that a swarm in a larger hall than it learnt in is understood too.
/// </summary>
internal static class PlanTails
{
    private const float FarthestGoal = 12f; // metres

    /// <summary>The tails, [n,4] row by row.</summary>
    public static float[] Of(IReadOnlyList<RobotTrack> tracks, ActuatorModel floor, RandomStream random)
    {
        var motion = new DelayedLag(floor);
        var flown = tracks.Sum(track => Math.Max(0, track.Ticks - motion.Pending));
        var tails = new float[2 * flown * PlanTail.Size];
        var at = 0;
        foreach (var track in tracks)
        {
            for (var t = motion.Pending; t < track.Ticks; t++)
            {
                PlanTail.Write(track.Positions[t], track.Goals[t], EndVelocity(track, t, motion), Row(tails, at++));
            }
        }

        while (at < 2 * flown)
        {
            var goal = FarthestGoal * random.NextSingle() * Direction(random);
            PlanTail.Write(Vector2.Zero, goal, random.NextSingle() * Direction(random), Row(tails, at++));
        }

        return tails;
    }

    private static Vector2 EndVelocity(RobotTrack track, int t, DelayedLag motion)
    {
        Span<Vector2> path = stackalloc Vector2[PlanShape.Horizon];
        var pending = track.Commands.AsSpan(t - motion.Pending, motion.Pending);
        motion.Roll(track.Positions[t], track.Velocities[t], pending, track.Plans.AsSpan(t * PlanShape.Horizon, PlanShape.Horizon), path);
        return (path[^1] - path[^2]) / PlanShape.TickSeconds;
    }

    private static Vector2 Direction(RandomStream random)
    {
        var (sin, cos) = MathF.SinCos(MathF.Tau * random.NextSingle());
        return new Vector2(cos, sin);
    }

    private static Span<float> Row(float[] tails, int row) => tails.AsSpan(row * PlanTail.Size, PlanTail.Size);
}
