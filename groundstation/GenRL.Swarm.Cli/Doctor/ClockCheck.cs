using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GenRL.Swarm.Cli.Doctor;

/// <summary>Does the kernel call its clock synchronised? Robots on several machines judge the age of each other's messages by it.</summary>
internal sealed partial class ClockCheck : IHealthCheck
{
    // struct timex of Linux on 64 bits (adjtimex(2)): 208 bytes, maxerror in microseconds.
    private const int TimexBytes = 208;
    private const int MaxErrorAt = 24;
    private const int StatusAt = 40;
    private const int Unsynchronised = 0x40;
    private const string Mend = "apt-get install chrony";

    public string Name => "clock";

    public Finding Run()
    {
        // All zero reads, and changes nothing.
        Span<byte> timex = stackalloc byte[TimexBytes];
        timex.Clear();
        return AdjustTime(ref MemoryMarshal.GetReference(timex)) < 0
            ? Finding.Doubtful("the kernel does not tell whether the clock is synchronised", Mend)
            : Judge(timex);
    }

    /// <summary>The verdict on the kernel's answer.</summary>
    internal static Finding Judge(ReadOnlySpan<byte> timex)
    {
        var status = BinaryPrimitives.ReadInt32LittleEndian(timex[StatusAt..]);
        var error = BinaryPrimitives.ReadInt64LittleEndian(timex[MaxErrorAt..]) / 1000.0;
        return (status & Unsynchronised) == 0
            ? Finding.Well($"synchronised to within {error:F1} ms")
            : Finding.Doubtful("not synchronised: well enough for one machine, not for robots on several", Mend);
    }

    [LibraryImport("libc", EntryPoint = "adjtimex")]
    private static partial int AdjustTime(ref byte timex);
}
