using System.Numerics;

namespace GenRL.Swarm.Agent.Intentions;

/// <summary>
/// What the tokens speak of, because the linear code cannot: where the robot is going in the end, and how fast it will be moving when its
/// plan runs out. Four numbers, scaled to about [-1, 1]: goal relative to position, soft-limited, and the plan's last velocity.
/// </summary>
public static class PlanTail
{
    /// <summary>How many numbers there are.</summary>
    public const int Size = 4;

    /// <summary>Distance at which a goal is half way into saturation, metres.</summary>
    private const float GoalScale = 3f;

    /// <summary>Writes the numbers, [4].</summary>
    public static void Write(Vector2 position, Vector2 goal, Vector2 lastVelocity, Span<float> tail)
    {
        var offset = goal - position;
        offset /= GoalScale + offset.Length();
        tail[0] = offset.X * 2f;
        tail[1] = offset.Y * 2f;
        tail[2] = Math.Clamp(lastVelocity.X, -1f, 1f);
        tail[3] = Math.Clamp(lastVelocity.Y, -1f, 1f);
    }

    /// <summary>The goal, metres, in numbers written by <see cref="Write"/>.</summary>
    public static Vector2 Goal(Vector2 position, ReadOnlySpan<float> tail)
    {
        var offset = new Vector2(tail[0], tail[1]) * 0.5f;
        var length = Math.Min(offset.Length(), 0.9f);
        return length < 1e-6f ? position : position + (Vector2.Normalize(offset) * (GoalScale * length / (1f - length)));
    }
}
