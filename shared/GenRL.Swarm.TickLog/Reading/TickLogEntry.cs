using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog.Layout;

namespace GenRL.Swarm.TickLog.Reading;

/// <summary>One entry of a tick log, checked; a view that is valid until the reader moves on.</summary>
public readonly ref struct TickLogEntry
{
    private readonly ReadOnlySpan<byte> _data;

    internal TickLogEntry(EntryKind kind, ulong logTime, ReadOnlySpan<byte> data)
    {
        Kind = kind;
        Time = new Stamp((long)logTime);
        _data = data;
    }

    /// <summary>What the entry is.</summary>
    public EntryKind Kind { get; }

    /// <summary>When it was made.</summary>
    public Stamp Time { get; }

    /// <summary>Overwrites <paramref name="record"/> with this step. Allocates nothing.</summary>
    /// <exception cref="InvalidOperationException">The entry is not a step.</exception>
    public void CopyTo(StepRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Require(EntryKind.Step);
        StepLayout.Read(_data, record);
    }

    /// <summary>Overwrites <paramref name="record"/> with this tick. Allocates nothing.</summary>
    /// <exception cref="InvalidOperationException">The entry is not a tick.</exception>
    public void CopyTo(TickRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        Require(EntryKind.Tick);
        TickLayout.Read(_data, record);
    }

    /// <summary>This event.</summary>
    /// <exception cref="InvalidOperationException">The entry is not an event.</exception>
    public LogEvent ToEvent()
    {
        Require(EntryKind.Event);
        return EventLayout.TryReadJson(_data)!;
    }

    private void Require(EntryKind kind)
    {
        if (Kind != kind)
        {
            throw new InvalidOperationException($"the entry is a {Kind}, not a {kind}");
        }
    }
}
