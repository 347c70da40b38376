namespace GenRL.Swarm.Onboard.Process.Driving;

/// <summary>How well the driver keeps its deadlines. The driver writes, any thread reads.</summary>
internal sealed class DriverAccount
{
    private long _steps;
    private long _ticks;
    private long _missedSteps;
    private long _skippedSteps;
    private long _missedTicks;
    private long _skippedTicks;
    private long _faults;

    /// <summary>From the time at which a step was due until its command was sent.</summary>
    public LogHistogram StepLatency { get; } = new();

    /// <summary>Length of plan ticks.</summary>
    public LogHistogram TickDuration { get; } = new();

    /// <summary>How late the driver woke.</summary>
    public LogHistogram Lateness { get; } = new();

    /// <summary>Steps made.</summary>
    public long Steps => Volatile.Read(ref _steps);

    /// <summary>Plan ticks made.</summary>
    public long Ticks => Volatile.Read(ref _ticks);

    /// <summary>Steps that ended after their period, or fell out: <see cref="SkippedSteps"/> is part of it.</summary>
    public long MissedSteps => Volatile.Read(ref _missedSteps) + SkippedSteps;

    /// <summary>Steps that fell out because the one before took until after their end.</summary>
    public long SkippedSteps => Volatile.Read(ref _skippedSteps);

    /// <summary>Plan ticks that ended after the period of their step, or fell out: <see cref="SkippedTicks"/> is part of it.</summary>
    public long MissedTicks => Volatile.Read(ref _missedTicks) + SkippedTicks;

    /// <summary>Plan ticks that fell out because no step was made in their time.</summary>
    public long SkippedTicks => Volatile.Read(ref _skippedTicks);

    /// <summary>Steps and ticks that threw.</summary>
    public long Faults => Volatile.Read(ref _faults);

    public void Woke(long late) => Lateness.Add(late);

    public void Stepped(long latency, bool missed)
    {
        StepLatency.Add(latency);
        _steps++;
        _missedSteps += missed ? 1 : 0;
    }

    public void Ticked(long duration, bool missed)
    {
        TickDuration.Add(duration);
        _ticks++;
        _missedTicks += missed ? 1 : 0;
    }

    public void Skipped(long steps, long ticks)
    {
        _skippedSteps += steps;
        _skippedTicks += ticks;
    }

    public void Faulted() => _faults++;
}
