using GenRL.Swarm.TickLog.Mcap;

namespace GenRL.Swarm.TickLog.Reading;

/// <summary>Something unreadable in a log.</summary>
/// <param name="Offset">Where the record concerned begins, bytes from the start of the file.</param>
/// <param name="Reason">What is wrong with it. <see cref="McapError.Truncated"/> at the end is the mark of a log that was never finished.</param>
public readonly record struct TickLogDamage(long Offset, McapError Reason);
