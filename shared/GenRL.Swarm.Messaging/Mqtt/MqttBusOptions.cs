namespace GenRL.Swarm.Messaging.Mqtt;

/// <summary>How an <see cref="MqttBus"/> reaches its broker.</summary>
public sealed record MqttBusOptions
{
    /// <summary>Host name or address of the broker.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Its port.</summary>
    public required int Port { get; init; }

    /// <summary>The client's id, unique at the broker: a second client of the same id throws the first out.</summary>
    public required string ClientId { get; init; }

    /// <summary>Which MQTT to speak.</summary>
    public MqttVersion Version { get; init; } = MqttVersion.V5;

    /// <summary>Certificates; null for a plain connection.</summary>
    public MqttTls? Tls { get; init; }

    /// <summary>The last will; null for none.</summary>
    public LastWill? Will { get; init; }

    /// <summary>Bounds of the queue between the connection and the handlers.</summary>
    public BusQueueOptions Queue { get; init; } = BusQueueOptions.Default;

    /// <summary>Messages, other than best-effort ones, that are kept while disconnected; further ones are dropped and counted.</summary>
    /// <value>Default 1000.</value>
    public int MaxPending { get; init; } = 1000;

    /// <summary>Takes one line whenever the connection changes, an attempt fails for a new reason, or a handler throws. On the bus's threads.</summary>
    public Action<string>? Report { get; init; }
}
