using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Engine.Radio;

/// <summary>Frames on their way to one receiver: a fixed number of slots; those that arrive at the same time keep the order of sending.</summary>
internal sealed class Mailbox
{
    private readonly Slot[] _slots = new Slot[RadioChannel.MaxInFlight];
    private readonly byte[] _bytes = new byte[RadioChannel.MaxInFlight * RadioChannel.MaxFrame];
    private int _count;
    private long _sent;

    public void Clear() => (_count, _sent) = (0, 0);

    /// <summary>Adds a frame; false when every slot is taken.</summary>
    public bool TryAdd(int sender, Stamp arrival, ReadOnlySpan<byte> frame)
    {
        if (_count == _slots.Length)
        {
            return false;
        }

        frame.CopyTo(_bytes.AsSpan(_count * RadioChannel.MaxFrame));
        _slots[_count++] = new Slot(arrival, _sent++, sender, frame.Length);
        return true;
    }

    /// <summary>Takes the frame with the earliest arrival, if that is not after <paramref name="now"/>.</summary>
    public bool TryTake(Stamp now, Span<byte> frame, out int sender, out int length)
    {
        var first = 0;
        for (var i = 1; i < _count; i++)
        {
            first = _slots[i].IsBefore(_slots[first]) ? i : first;
        }

        if (_count == 0 || _slots[first].Arrival > now)
        {
            (sender, length) = (-1, 0);
            return false;
        }

        (sender, length) = (_slots[first].Sender, _slots[first].Length);
        _bytes.AsSpan(first * RadioChannel.MaxFrame, length).CopyTo(frame);
        _count--;
        _slots[first] = _slots[_count];
        _bytes.AsSpan(_count * RadioChannel.MaxFrame, RadioChannel.MaxFrame).CopyTo(_bytes.AsSpan(first * RadioChannel.MaxFrame));
        return true;
    }

    /// <summary>Moves every field that the future depends on.</summary>
    public void Move(ref Snapshot snapshot)
    {
        snapshot.Move(ref _count);
        snapshot.Move(ref _sent);
        snapshot.Move(_slots.AsSpan());
        snapshot.Move(_bytes.AsSpan());
    }

    private readonly record struct Slot(Stamp Arrival, long Order, int Sender, int Length)
    {
        public bool IsBefore(in Slot other) => Arrival < other.Arrival || (Arrival == other.Arrival && Order < other.Order);
    }
}
