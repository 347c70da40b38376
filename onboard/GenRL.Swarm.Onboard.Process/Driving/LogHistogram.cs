using System.Numerics;

namespace GenRL.Swarm.Onboard.Process.Driving;

/// <summary>
/// Counts durations in buckets of 1/16 of an octave: any duration to within 6 %, in 8 kB, for ever. One thread adds without allocating; any
/// thread reads, and sees a count that may lack the latest.
/// </summary>
internal sealed class LogHistogram
{
    private const int SubBits = 4;
    private const int Sub = 1 << SubBits;

    private readonly long[] _buckets = new long[(64 - SubBits) * Sub];
    private long _max;

    /// <summary>The largest duration, nanoseconds.</summary>
    public long Max => Volatile.Read(ref _max);

    /// <summary>How many there are.</summary>
    public long Count
    {
        get
        {
            long count = 0;
            foreach (var bucket in _buckets)
            {
                count += bucket;
            }

            return count;
        }
    }

    /// <summary>Adds a duration, nanoseconds; a negative one counts as 0.</summary>
    public void Add(long nanoseconds)
    {
        nanoseconds = Math.Max(nanoseconds, 0);
        _buckets[Index(nanoseconds)]++;
        if (nanoseconds > _max)
        {
            Volatile.Write(ref _max, nanoseconds);
        }
    }

    /// <summary>The duration that <paramref name="share"/> (0 to 1) of all do not exceed, nanoseconds: its bucket's upper edge, at most <see cref="Max"/>. 0 when empty.</summary>
    public long Percentile(double share)
    {
        var rank = Math.Max(1, (long)Math.Ceiling(share * Count));
        long seen = 0;
        for (var i = 0; i < _buckets.Length; i++)
        {
            seen += _buckets[i];
            if (seen >= rank)
            {
                return Math.Min(UpperEdge(i), Max);
            }
        }

        return 0;
    }

    /// <summary>Makes this the counts that <paramref name="now"/> has and <paramref name="before"/> has not.</summary>
    public void SetDifference(LogHistogram now, LogHistogram before)
    {
        for (var i = 0; i < _buckets.Length; i++)
        {
            _buckets[i] = now._buckets[i] - before._buckets[i];
        }

        _max = now.Max;
    }

    /// <summary>Makes this a copy of <paramref name="other"/>.</summary>
    public void CopyFrom(LogHistogram other)
    {
        other._buckets.CopyTo(_buckets, 0);
        _max = other.Max;
    }

    private static int Index(long value)
    {
        if (value < Sub)
        {
            return (int)value;
        }

        var octave = BitOperations.Log2((ulong)value);
        return ((octave - SubBits + 1) * Sub) + (int)((value >> (octave - SubBits)) & (Sub - 1));
    }

    private static long UpperEdge(int index)
    {
        if (index < Sub)
        {
            return index;
        }

        var octave = (index / Sub) + SubBits - 1;
        return (((long)Sub + (index % Sub) + 1) << (octave - SubBits)) - 1;
    }
}
