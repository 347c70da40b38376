using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;

namespace GenRL.Swarm.TickLog.Layout;

/// <summary>The part of a sensor frame that step and tick records share.</summary>
internal static class SensorLayout
{
    /// <summary>Bytes of a neighbour: robot (4), position (8), velocity (8), radius (4).</summary>
    public const int NeighbourSize = 24;

    /// <summary>Whether the counts are within the frame's own limits.</summary>
    public static bool CountsAreSound(SensorFrame frame) =>
        frame.RayCount is >= 0 and <= SensorFrame.MaxRays && frame.NeighbourCount is >= 0 and <= SensorFrame.MaxNeighbours;

    /// <summary>Bytes of the two arrays.</summary>
    public static int ArraySize(int rays, int neighbours) => rays * sizeof(float) + neighbours * NeighbourSize;

    public static void WriteFixed(ref SpanWriter to, SensorFrame frame)
    {
        to.I64(frame.Stamp.Nanoseconds);
        to.Vector(frame.Ego.Position);
        to.Vector(frame.Ego.Velocity);
        to.F32(frame.Ego.Heading);
        to.F32(frame.Ego.YawRate);
        to.F32(frame.MaxRange);
    }

    public static void ReadFixed(ref SpanReader from, SensorFrame frame)
    {
        frame.Stamp = new Stamp(from.I64());
        frame.Ego = new EgoState(from.Vector(), from.Vector(), from.F32(), from.F32());
        frame.MaxRange = from.F32();
    }

    public static void WriteArrays(ref SpanWriter to, SensorFrame frame)
    {
        foreach (var range in frame.Ranges.AsSpan(0, frame.RayCount))
        {
            to.F32(range);
        }

        foreach (ref readonly var neighbour in frame.Neighbours.AsSpan(0, frame.NeighbourCount))
        {
            to.I32(neighbour.Id.Value);
            to.Vector(neighbour.Position);
            to.Vector(neighbour.Velocity);
            to.F32(neighbour.Radius);
        }
    }

    public static void ReadArrays(ref SpanReader from, SensorFrame frame)
    {
        foreach (ref var range in frame.Ranges.AsSpan(0, frame.RayCount))
        {
            range = from.F32();
        }

        foreach (ref var neighbour in frame.Neighbours.AsSpan(0, frame.NeighbourCount))
        {
            neighbour = new SensedNeighbour(new RobotId((ushort)from.I32()), from.Vector(), from.Vector(), from.F32());
        }
    }
}
