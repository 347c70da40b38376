namespace GenRL.Swarm.Onboard.Hardware.HandOver;

/// <summary>
/// Hands the newest of many values from one thread to one other, without a lock, a wait or an allocation. Three buffers: the writer fills one,
/// the reader holds one, and the newest complete one lies between them. What the reader did not fetch in time is overwritten.
/// </summary>
/// <typeparam name="T">A buffer that is filled in place.</typeparam>
public sealed class TripleBuffer<T>
    where T : class
{
    private const int IndexMask = 3;
    private const int Fresh = 4;

    private readonly T[] _buffers;
    private int _middle = 1;
    private int _writing;
    private int _reading = 2;

    /// <summary>Makes the three buffers.</summary>
    /// <param name="make">Makes one.</param>
    public TripleBuffer(Func<T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        _buffers = [make(), make(), make()];
    }

    /// <summary>The buffer to fill; the writer's alone until <see cref="Publish"/>.</summary>
    public T Writing => _buffers[_writing];

    /// <summary>The newest value as of the last <see cref="Refresh"/>; the reader's alone until the next.</summary>
    public T Reading => _buffers[_reading];

    /// <summary>Writer: what <see cref="Writing"/> holds is the newest value now.</summary>
    public void Publish() => _writing = Interlocked.Exchange(ref _middle, _writing | Fresh) & IndexMask;

    /// <summary>Reader: fetches the newest value; false when there is none since the last time.</summary>
    public bool Refresh()
    {
        if ((Volatile.Read(ref _middle) & Fresh) == 0)
        {
            return false;
        }

        _reading = Interlocked.Exchange(ref _middle, _reading) & IndexMask;
        return true;
    }
}
