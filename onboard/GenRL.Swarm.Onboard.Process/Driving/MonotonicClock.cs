using System.ComponentModel;
using System.Runtime.InteropServices;

namespace GenRL.Swarm.Onboard.Process.Driving;

/// <summary>The system's monotonic clock. Sleeping until an absolute time, lateness of one period does not shift the next.</summary>
internal sealed partial class MonotonicClock : IDriverClock
{
    private const int Monotonic = 1;
    private const int AbsoluteTime = 1;
    private const int Interrupted = 4;
    private const long Second = 1_000_000_000;

    /// <inheritdoc/>
    public long Now
    {
        get
        {
            if (GetTime(Monotonic, out var now) != 0)
            {
                throw new Win32Exception(Marshal.GetLastPInvokeError(), "clock_gettime");
            }

            return (now.Seconds * Second) + now.Nanoseconds;
        }
    }

    /// <inheritdoc/>
    public void SleepUntil(long nanoseconds)
    {
        var until = new TimeSpec(nanoseconds / Second, nanoseconds % Second);
        int error;
        while ((error = Nanosleep(Monotonic, AbsoluteTime, in until, 0)) == Interrupted)
        {
        }

        if (error != 0)
        {
            throw new Win32Exception(error, "clock_nanosleep");
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_nanosleep")]
    private static partial int Nanosleep(int clock, int flags, in TimeSpec until, nint remaining);

    [LibraryImport("libc", EntryPoint = "clock_gettime", SetLastError = true)]
    private static partial int GetTime(int clock, out TimeSpec time);

    /// <summary>struct timespec of a 64-bit system.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct TimeSpec(long seconds, long nanoseconds)
    {
        public readonly long Seconds = seconds;
        public readonly long Nanoseconds = nanoseconds;
    }
}
