namespace GenRL.Swarm.Messaging.Mqtt;

/// <summary>
/// What <see cref="MqttBus"/> needs of an MQTT client library: one session that reconnects by itself and forgets its subscriptions when it does. Tells its
/// <see cref="IMqttReceiver"/> what happens. Disposing says goodbye to the broker.
/// </summary>
internal interface IMqttConnection : IAsyncDisposable
{
    /// <summary>
    /// Publishes without waiting and without allocating. Only called between <see cref="IMqttReceiver.OnConnected"/> and <see cref="IMqttReceiver.OnLost"/>; what
    /// was not acknowledged when the connection is lost is sent again on the next, unless it is best effort.
    /// </summary>
    /// <returns>False when it was lost.</returns>
    bool Publish(BusTopic topic, ReadOnlySpan<byte> payload, BusDelivery delivery);

    /// <summary>Asks for a subscription; <see cref="IMqttReceiver.OnSubscribed"/> brings the answer.</summary>
    /// <param name="filter">The topics wanted.</param>
    /// <param name="delivery">How.</param>
    /// <param name="subscription">A number, 1 or more, to be handed back with each message where the protocol can.</param>
    /// <returns>The request's id; 0 when it could not be sent.</returns>
    int Subscribe(string filter, BusDelivery delivery, int subscription);
}
