namespace GenRL.Swarm.Messaging;

/// <summary>
/// The bus that robots, simulator and ground station share, whatever carries it: in-process, MQTT, later ROS 2. Thread-safe. After a lost
/// connection it reconnects and subscribes again by itself.
/// </summary>
public interface ISwarmBus : IAsyncDisposable
{
    /// <summary>Whether the bus can deliver at this moment.</summary>
    bool IsConnected { get; }

    /// <summary>Prepares a topic for publishing, so that publishing allocates nothing. Make one per topic, at start.</summary>
    /// <exception cref="ArgumentException">The topic is empty or holds a wildcard.</exception>
    BusTopic Topic(string name);

    /// <summary>
    /// Publishes without waiting. Allocates nothing. While disconnected, best-effort messages are dropped and counted, the others are
    /// kept and delivered later (once, up to the bus's bound).
    /// </summary>
    /// <returns>False when the message was dropped.</returns>
    bool Publish(BusTopic topic, ReadOnlySpan<byte> payload, BusDelivery delivery);

    /// <summary>
    /// Calls <paramref name="handler"/> for every message whose topic matches <paramref name="filter"/> (MQTT wildcards + and #), on the bus's
    /// own thread: it must not block. The subscription lasts as long as the bus.
    /// </summary>
    void Subscribe(string filter, BusDelivery delivery, BusHandler handler);
}
