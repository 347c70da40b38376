namespace Mosquitto;

/// <summary>What the broker publishes when this client vanishes without saying goodbye.</summary>
/// <param name="Topic">Where.</param>
/// <param name="Payload">What.</param>
/// <param name="Qos">0 or 1.</param>
/// <param name="Retain">Whether the broker keeps it for later subscribers.</param>
public sealed record MosquittoWill(string Topic, ReadOnlyMemory<byte> Payload, int Qos, bool Retain);
