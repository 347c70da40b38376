using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Sim.Process;

/// <summary>Nanoseconds of Unix time: set once by the wall clock, then carried on by the monotonic one, so that it never jumps. Thread-safe.</summary>
internal sealed class FleetClock(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private readonly long _epoch = (time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>The time.</summary>
    public Stamp Now => new(_epoch + (time.GetElapsedTime(_started).Ticks * TimeSpan.NanosecondsPerTick));
}
