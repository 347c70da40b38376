namespace GenRL.Swarm.TickLog.Reading;

/// <summary>Walks over the entries of a <see cref="TickLogReader"/>.</summary>
public ref struct TickLogEnumerator
{
    private readonly TickLogReader _reader;
    private TickLogEntry _entry;

    internal TickLogEnumerator(TickLogReader reader) => _reader = reader;

    /// <summary>The entry; valid until the next call of <see cref="MoveNext"/>.</summary>
    public readonly TickLogEntry Current => _entry;

    /// <summary>Moves to the next entry.</summary>
    public bool MoveNext() => _reader.TryTake(out _entry);
}
