using GenRL.Swarm.Contracts.Perception;

namespace GenRL.Swarm.Onboard.Safety;

/// <summary>Whether a sensor frame can be acted on at all. One bad number is enough to say no: which other numbers to trust is not knowable.</summary>
internal static class FrameCheck
{
    /// <summary>Whether all counts are within their buffers and every measurement is finite, ranges not negative, radii positive.</summary>
    public static bool IsUsable(SensorFrame frame)
    {
        if (!frame.Ego.IsFinite || frame.NeighbourCount is < 0 or > SensorFrame.MaxNeighbours || frame.RayCount is < 0 or > SensorFrame.MaxRays)
        {
            return false;
        }

        foreach (ref readonly var neighbour in frame.Neighbours.AsSpan(0, frame.NeighbourCount))
        {
            if (!neighbour.IsFinite)
            {
                return false;
            }
        }

        return frame.RayCount == 0 || (float.IsFinite(frame.MaxRange) && RangesAreUsable(frame.Ranges.AsSpan(0, frame.RayCount)));
    }

    private static bool RangesAreUsable(ReadOnlySpan<float> ranges)
    {
        foreach (var range in ranges)
        {
            if (!(range >= 0f) || float.IsPositiveInfinity(range))
            {
                return false;
            }
        }

        return true;
    }
}
