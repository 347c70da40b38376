using GenRL.Swarm.Sim.Reality.Flights;

namespace GenRL.Swarm.Sim.Reality.Replay;

/// <summary>Two seconds of a log.</summary>
/// <param name="Segment">The segment that it lies in.</param>
/// <param name="Start">Its first step, an index into the segment.</param>
internal readonly record struct FlightWindow(FlightSegment Segment, int Start)
{
    /// <summary>Control steps in a window: 2 s (agent notes: 20 ticks).</summary>
    public const int Steps = 100;

    /// <summary>The longest delay that is looked for, control steps: 0.5 s.</summary>
    public const int LongestDelay = 25;

    /// <summary>The windows of <paramref name="segments"/>, <paramref name="stride"/> steps apart, none so early that a command before it is unknown.</summary>
    public static List<FlightWindow> Cut(IReadOnlyList<FlightSegment> segments, int stride)
    {
        var windows = new List<FlightWindow>();
        foreach (var segment in segments)
        {
            for (var start = LongestDelay + 1; start + Steps < segment.Steps.Length; start += stride)
            {
                windows.Add(new FlightWindow(segment, start));
            }
        }

        return windows;
    }
}
