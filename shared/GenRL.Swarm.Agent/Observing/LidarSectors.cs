using System.Numerics;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Agent.Observing;

/// <summary>
/// Pools lidar rays into 32 sectors in world axes, whatever the ray count: the nearest static thing per sector. Rays that end on a sensed
/// neighbour are left out, for those are moving. Allocates nothing.
/// </summary>
public static class LidarSectors
{
    /// <summary>A ray that ends this close to a sensed neighbour's disc belongs to it, metres.</summary>
    private const float NeighbourMargin = 0.08f;

    /// <summary>Writes the range per sector, [32], metres; a sector with nothing in it reads the largest range.</summary>
    public static void Pool(SensorFrame frame, Span<float> sectors)
    {
        ArgumentNullException.ThrowIfNull(frame);
        sectors[..PlanShape.LidarSectors].Fill(frame.MaxRange);
        for (var i = 0; i < frame.RayCount; i++)
        {
            var range = frame.Ranges[i];
            if (!(range >= 0f && range < frame.MaxRange))
            {
                continue;
            }

            var angle = frame.Ego.Heading + (i * MathF.Tau / frame.RayCount);
            if (EndsOnNeighbour(frame, frame.Ego.Position + (range * Direction(angle))))
            {
                continue;
            }

            var turn = angle / MathF.Tau;
            var sector = (int)MathF.Round((turn - MathF.Floor(turn)) * PlanShape.LidarSectors) % PlanShape.LidarSectors;
            sectors[sector] = MathF.Min(sectors[sector], range);
        }
    }

    /// <summary>Turns sectors that hold something nearer than <paramref name="within"/> into points, metres, world frame.</summary>
    /// <returns>How many points were written to <paramref name="points"/>, at most 32.</returns>
    public static int Points(Vector2 position, ReadOnlySpan<float> sectors, float maxRange, float within, Span<Vector2> points)
    {
        var count = 0;
        for (var i = 0; i < PlanShape.LidarSectors; i++)
        {
            if (sectors[i] < maxRange && sectors[i] < within)
            {
                points[count++] = position + (sectors[i] * Direction(i * MathF.Tau / PlanShape.LidarSectors));
            }
        }

        return count;
    }

    private static Vector2 Direction(float angle)
    {
        var (sin, cos) = MathF.SinCos(angle);
        return new Vector2(cos, sin);
    }

    private static bool EndsOnNeighbour(SensorFrame frame, Vector2 point)
    {
        for (var n = 0; n < frame.NeighbourCount; n++)
        {
            var reach = frame.Neighbours[n].Radius + NeighbourMargin;
            if (Vector2.DistanceSquared(point, frame.Neighbours[n].Position) < reach * reach)
            {
                return true;
            }
        }

        return false;
    }
}
