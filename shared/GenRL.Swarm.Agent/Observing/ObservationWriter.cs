using System.Numerics;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Agent.Observing;

/// <summary>
/// Writes what the policy sees. Robot and learning call these same functions, so that they cannot disagree. Lengths in metres, speeds in
/// metres per second, frame of <see cref="ObservationShape"/>. Allocates nothing.
/// </summary>
public static class ObservationWriter
{
    /// <summary>Writes the ego block, [16].</summary>
    /// <param name="position">Own position.</param>
    /// <param name="velocity">Own velocity.</param>
    /// <param name="goal">Own goal.</param>
    /// <param name="lastCommand">Mean command that was executed in the last tick.</param>
    /// <param name="radius">Own radius.</param>
    /// <param name="told">Own told path as of now: positions at 0.1, 0.2, ... 1.5 s, [H].</param>
    /// <param name="ego">Receives the block.</param>
    public static void Ego(
        Vector2 position, Vector2 velocity, Vector2 goal, Vector2 lastCommand, float radius, ReadOnlySpan<Vector2> told, Span<float> ego)
    {
        var offset = goal - position;
        var distance = offset.Length();
        var shown = Clip(offset, ObservationShape.GoalRange);
        var direction = offset / MathF.Max(distance, 0.1f);
        Put(ego, 0, velocity);
        Put(ego, 2, shown);
        Put(ego, 4, lastCommand);
        Put(ego, 6, direction);
        ego[8] = MathF.Min(distance, ObservationShape.GoalRange);
        ego[9] = radius;
        Put(ego, 10, told[4] - position);
        Put(ego, 12, told[9] - position);
        Put(ego, 14, told[14] - position);
    }

    /// <summary>Writes one neighbour's block, [16].</summary>
    public static void Neighbour(Vector2 position, Vector2 velocity, in NeighbourView view, Span<float> block)
    {
        Put(block, 0, view.Position - position);
        Put(block, 2, view.Velocity - velocity);
        Put(block, 4, view.At05 - position);
        Put(block, 6, view.At10 - position);
        Put(block, 8, view.At15 - position);
        Put(block, 10, Clip(view.Goal - position, ObservationShape.GoalRange));
        block[12] = view.HasMessage ? 1f : 0f;
        block[13] = view.MessageAge;
        block[14] = view.Radius;
        block[15] = view.Confidence;
    }

    /// <summary>Writes the lidar block, [32]: 1 / (0.1 + range), so that near things matter and the block is bounded.</summary>
    /// <param name="ranges">Ranges per sector, [32], metres.</param>
    /// <param name="block">Receives the block.</param>
    public static void Lidar(ReadOnlySpan<float> ranges, Span<float> block)
    {
        for (var i = 0; i < PlanShape.LidarSectors; i++)
        {
            block[i] = 1f / (0.1f + MathF.Max(ranges[i], 0f));
        }
    }

    private static Vector2 Clip(Vector2 offset, float length)
    {
        var squared = offset.LengthSquared();
        return squared > length * length ? offset * (length / MathF.Sqrt(squared)) : offset;
    }

    private static void Put(Span<float> block, int at, Vector2 value)
    {
        block[at] = value.X;
        block[at + 1] = value.Y;
    }
}
