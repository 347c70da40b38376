using System.ComponentModel;
using System.Runtime.InteropServices;
using GenRL.Swarm.Sim.Orders;

namespace GenRL.Swarm.Sim.Process;

/// <summary>
/// Wakes a thread at a fixed rate: absolute deadlines on the monotonic clock, so that lateness does not add up. A thread more than one period late gives
/// up the periods it missed. Keeps statistics of how late it woke. One thread waits; statistics may be read from it only.
/// </summary>
internal sealed partial class PeriodicClock
{
    private const int Monotonic = 1;
    private const int AbsoluteTime = 1;
    private const int Interrupted = 4;
    private const long BucketNanoseconds = 10_000;

    private readonly long _period;
    private readonly long[] _lateness = new long[2_001];
    private long _deadline;
    private long _steps;
    private long _skipped;
    private long _max;

    /// <summary>A clock whose first period ends one <paramref name="period"/> from now.</summary>
    public PeriodicClock(TimeSpan period)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(period, TimeSpan.Zero);
        _period = period.Ticks * TimeSpan.NanosecondsPerTick;
        _deadline = Now();
    }

    /// <summary>Sleeps until the next deadline; returns at once when that is past.</summary>
    public void WaitForNext()
    {
        _deadline += _period;
        var until = new TimeSpec(_deadline / 1_000_000_000, _deadline % 1_000_000_000);
        int error;
        while ((error = ClockNanosleep(Monotonic, AbsoluteTime, in until, IntPtr.Zero)) == Interrupted)
        {
        }

        if (error != 0)
        {
            throw new Win32Exception(error, "clock_nanosleep");
        }

        var late = Math.Max(0, Now() - _deadline);
        _steps++;
        _max = Math.Max(_max, late);
        _lateness[Math.Min(late / BucketNanoseconds, _lateness.Length - 1)]++;
        var missed = late / _period;
        _skipped += missed;
        _deadline += missed * _period;
    }

    /// <summary>The statistics so far. Percentiles are upper edges of 10 us buckets; beyond 20 ms, the maximum.</summary>
    public TimingResult Result() => new(_steps, _skipped, Percentile(0.5), Percentile(0.99), _max * 1e-3);

    private double Percentile(double share)
    {
        var rank = (long)Math.Ceiling(share * _steps);
        var bucket = 0;
        for (long seen = 0; bucket < _lateness.Length && (seen += _lateness[bucket]) < rank; bucket++)
        {
        }

        return (bucket >= _lateness.Length - 1 ? _max : Math.Min((bucket + 1) * BucketNanoseconds, _max)) * 1e-3;
    }

    private static long Now()
    {
        if (ClockGetTime(Monotonic, out var now) != 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), "clock_gettime");
        }

        return (now.Seconds * 1_000_000_000) + now.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    private static partial int ClockNanosleep(int clock, int flags, in TimeSpec request, IntPtr remain);

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    private static partial int ClockGetTime(int clock, out TimeSpec time);

    /// <summary>struct timespec of a 64-bit system.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec(long seconds, long nanoseconds)
    {
        public readonly long Seconds = seconds;
        public readonly long Nanoseconds = nanoseconds;
    }
}
