namespace GenRL.Swarm.Messaging.Mqtt;

/// <summary>Told by an <see cref="IMqttConnection"/>, on its one thread. Must not block.</summary>
internal interface IMqttReceiver
{
    /// <summary>The broker accepted a new connection, which has no subscriptions yet.</summary>
    void OnConnected();

    /// <summary>The connection was lost.</summary>
    void OnLost();

    /// <summary>A subscription was answered.</summary>
    void OnSubscribed(int request, bool granted);

    /// <summary>A message arrived; both spans are valid during the call only.</summary>
    /// <param name="topic">UTF-8.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="subscription">The number of the subscription that it came for; 0 when the protocol does not say.</param>
    void OnMessage(ReadOnlySpan<byte> topic, ReadOnlySpan<byte> payload, int subscription);
}
