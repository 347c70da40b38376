using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Sim.Communication;

/// <summary>Frames on their way to one receiver: a fixed number of slots; those that arrive at the same time keep the order of sending.</summary>
internal sealed class Inbox
{
    private readonly Slot[] _slots = new Slot[Radio.MaxInFlight];
    private readonly byte[] _bytes = new byte[Radio.MaxInFlight * Radio.MaxFrame];
    private int _count;
    private long _sent;

    public void Clear()
    {
        Array.Clear(_slots);
        (_count, _sent) = (0, 0);
    }

    /// <summary>Adds a frame; false when every slot is taken.</summary>
    public bool TryAdd(Stamp arrival, ReadOnlySpan<byte> frame)
    {
        if (_count == _slots.Length)
        {
            return false;
        }

        var free = 0;
        while (_slots[free].Taken)
        {
            free++;
        }

        _slots[free] = new Slot(true, arrival, _sent++, frame.Length);
        frame.CopyTo(_bytes.AsSpan(free * Radio.MaxFrame));
        _count++;
        return true;
    }

    /// <summary>Takes the frame with the earliest arrival, if that is not after <paramref name="now"/>.</summary>
    public bool TryTake(Stamp now, Span<byte> frame, out int length)
    {
        length = 0;
        var first = -1;
        for (int i = 0, seen = 0; seen < _count; i++)
        {
            if (_slots[i].Taken)
            {
                seen++;
                first = first < 0 || _slots[i].IsBefore(_slots[first]) ? i : first;
            }
        }

        if (first < 0 || _slots[first].Arrival > now)
        {
            return false;
        }

        length = _slots[first].Length;
        _bytes.AsSpan(first * Radio.MaxFrame, length).CopyTo(frame);
        _slots[first] = default;
        _count--;
        return true;
    }

    private readonly record struct Slot(bool Taken, Stamp Arrival, long Order, int Length)
    {
        public bool IsBefore(in Slot other) => Arrival < other.Arrival || (Arrival == other.Arrival && Order < other.Order);
    }
}
