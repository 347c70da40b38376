using GenRL.Swarm.Contracts.Recording;

namespace GenRL.Swarm.Onboard.Perception;

/// <summary>Frames heard since the last tick, in order of arrival; bounded.</summary>
internal sealed class HeardFrames
{
    private readonly HeardFrame[] _frames = new HeardFrame[TickRecord.MaxHeard];
    private int _count;

    /// <summary>Keeps a frame; false when there is no room.</summary>
    public bool Add(in HeardFrame frame)
    {
        if (_count == _frames.Length)
        {
            return false;
        }

        _frames[_count++] = frame;
        return true;
    }

    /// <summary>Moves the frames into <paramref name="record"/> and returns how many there were.</summary>
    public int TakeInto(HeardFrame[] record)
    {
        var count = _count;
        _frames.AsSpan(0, count).CopyTo(record);
        _count = 0;
        return count;
    }
}
