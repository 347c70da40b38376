namespace GenRL.Swarm.Onboard.Process.Driving;

/// <summary>The driver's clock: monotonic nanoseconds, and a sleep until one of them.</summary>
internal interface IDriverClock
{
    /// <summary>The present, nanoseconds.</summary>
    long Now { get; }

    /// <summary>Sleeps until <paramref name="nanoseconds"/>; returns at once when that is past.</summary>
    void SleepUntil(long nanoseconds);
}
