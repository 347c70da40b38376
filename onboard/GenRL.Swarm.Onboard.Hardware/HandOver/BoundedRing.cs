namespace GenRL.Swarm.Onboard.Hardware.HandOver;

/// <summary>A queue from one thread to one other, of fixed size, without a lock or an allocation. Full, it takes nothing more.</summary>
/// <typeparam name="T">A small value.</typeparam>
public sealed class BoundedRing<T>
    where T : struct
{
    private readonly T[] _items;
    private long _written;
    private long _read;

    /// <summary>Makes room for <paramref name="capacity"/> items, a power of two.</summary>
    public BoundedRing(int capacity)
    {
        if (capacity < 1 || !System.Numerics.BitOperations.IsPow2(capacity))
        {
            throw new ArgumentOutOfRangeException(nameof(capacity), capacity, "not a power of two");
        }

        _items = new T[capacity];
    }

    /// <summary>Writer: false when there is no room.</summary>
    public bool TryAdd(in T item)
    {
        if (_written - Volatile.Read(ref _read) == _items.Length)
        {
            return false;
        }

        _items[_written & (_items.Length - 1)] = item;
        Volatile.Write(ref _written, _written + 1);
        return true;
    }

    /// <summary>Reader: the oldest item; false when there is none.</summary>
    public bool TryTake(out T item)
    {
        if (_read == Volatile.Read(ref _written))
        {
            item = default;
            return false;
        }

        item = _items[_read & (_items.Length - 1)];
        Volatile.Write(ref _read, _read + 1);
        return true;
    }
}
