using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Onboard.Health;

/// <summary>Counts the frames heard by what became of them. Any thread may count and read.</summary>
public sealed class FrameCounters
{
    private readonly long[] _counts = new long[(int)FrameError.TooMany + 1];

    /// <summary>Frames that ended as <paramref name="error"/>; <see cref="FrameError.None"/> are those taken.</summary>
    public long this[FrameError error] => Interlocked.Read(ref _counts[(int)error]);

    /// <summary>Counts one frame; any thread.</summary>
    public void Count(FrameError error) => Interlocked.Increment(ref _counts[(int)error]);
}
