namespace GenRL.Swarm.TickLog;

/// <summary>What an entry of a tick log is; the number is its channel in the file.</summary>
public enum EntryKind
{
    /// <summary>A control step, 50 Hz.</summary>
    Step = 1,

    /// <summary>A plan tick, 10 Hz.</summary>
    Tick = 2,

    /// <summary>Something between ticks.</summary>
    Event = 3,
}
