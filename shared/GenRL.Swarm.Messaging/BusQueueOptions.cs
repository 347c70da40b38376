namespace GenRL.Swarm.Messaging;

/// <summary>Bounds of the queue between a bus's receiver and its handlers. When it is full the oldest messages make room and are counted as dropped.</summary>
public sealed record BusQueueOptions
{
    /// <summary>The defaults.</summary>
    public static BusQueueOptions Default { get; } = new();

    /// <summary>Messages that wait at most.</summary>
    /// <value>Positive; default 4096.</value>
    public int Messages { get; init; } = 4096;

    /// <summary>Payload bytes that wait at most, allocated at start; also the largest message that can be delivered.</summary>
    /// <value>Positive; default 1 MiB.</value>
    public int Bytes { get; init; } = 1 << 20;
}
