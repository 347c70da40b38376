namespace GenRL.Swarm.Contracts.Identity;

/// <summary>A point in time on the fleet's synchronised clock; in a simulated run, time since the run began.</summary>
/// <param name="Nanoseconds">Nanoseconds since the clock's epoch.</param>
public readonly record struct Stamp(long Nanoseconds) : IComparable<Stamp>
{
    /// <summary>Seconds from <paramref name="earlier"/> to <paramref name="later"/>; negative when the order is the other way.</summary>
    public static double Seconds(Stamp earlier, Stamp later) => (later.Nanoseconds - earlier.Nanoseconds) * 1e-9;

    /// <summary>This stamp moved by <paramref name="seconds"/>.</summary>
    public Stamp Plus(double seconds) => new(Nanoseconds + (long)(seconds * 1e9));

    /// <inheritdoc/>
    public int CompareTo(Stamp other) => Nanoseconds.CompareTo(other.Nanoseconds);

    /// <summary>Whether <paramref name="left"/> is earlier than <paramref name="right"/>.</summary>
    public static bool operator <(Stamp left, Stamp right) => left.Nanoseconds < right.Nanoseconds;

    /// <summary>Whether <paramref name="left"/> is later than <paramref name="right"/>.</summary>
    public static bool operator >(Stamp left, Stamp right) => left.Nanoseconds > right.Nanoseconds;

    /// <summary>Whether <paramref name="left"/> is not later than <paramref name="right"/>.</summary>
    public static bool operator <=(Stamp left, Stamp right) => left.Nanoseconds <= right.Nanoseconds;

    /// <summary>Whether <paramref name="left"/> is not earlier than <paramref name="right"/>.</summary>
    public static bool operator >=(Stamp left, Stamp right) => left.Nanoseconds >= right.Nanoseconds;
}
