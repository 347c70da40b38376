using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Onboard.Hardware;

/// <summary>
/// The fleet's clock as this machine has it: nanoseconds of Unix time, kept together between machines by their own time service. Every reading
/// is the system's present time, so that the robot follows when the time service corrects it. Thread-safe; allocates nothing.
/// </summary>
/// <param name="time">The system's clock.</param>
public sealed class FleetClock(TimeProvider time)
{
    /// <summary>The present.</summary>
    public Stamp Now => new((time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick);
}
