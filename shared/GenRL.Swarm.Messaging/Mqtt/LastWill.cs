namespace GenRL.Swarm.Messaging.Mqtt;

/// <summary>What the broker publishes when this process vanishes without closing its bus.</summary>
/// <param name="Topic">Where.</param>
/// <param name="Payload">What.</param>
/// <param name="Delivery">How.</param>
public sealed record LastWill(string Topic, ReadOnlyMemory<byte> Payload, BusDelivery Delivery);
