namespace Mosquitto;

/// <summary>Takes one message, which is valid during the call only.</summary>
public delegate void MosquittoMessageHandler(in MosquittoMessage message);

/// <summary>
/// What a client tells. All of it runs on the thread that calls <see cref="MosquittoClient.Connect"/> or <see cref="MosquittoClient.Run"/> and
/// must not block. Exceptions are caught and passed to <see cref="Faulted"/>.
/// </summary>
public sealed class MosquittoCallbacks
{
    /// <summary>The broker accepted the connection. Subscriptions of an earlier connection are gone: subscribe here.</summary>
    public Action? Connected { get; init; }

    /// <summary>A message arrived.</summary>
    public MosquittoMessageHandler? Message { get; init; }

    /// <summary>A message left: QoS 0 when written, QoS 1 when acknowledged. Its id.</summary>
    public Action<int>? Published { get; init; }

    /// <summary>A subscription was answered: its id, and whether it was granted.</summary>
    public Action<int, bool>? Subscribed { get; init; }

    /// <summary>One of the others threw.</summary>
    public Action<Exception>? Faulted { get; init; }
}
