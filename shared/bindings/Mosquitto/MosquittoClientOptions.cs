namespace Mosquitto;

/// <summary>How a client connects. All of it is fixed when the client is made.</summary>
public sealed record MosquittoClientOptions
{
    /// <summary>Host name or address of the broker.</summary>
    public required string Host { get; init; }

    /// <summary>Its port.</summary>
    public required int Port { get; init; }

    /// <summary>The client's id, unique at the broker.</summary>
    public required string ClientId { get; init; }

    /// <summary>Which MQTT to speak.</summary>
    public MosquittoProtocol Protocol { get; init; } = MosquittoProtocol.V5;

    /// <summary>Certificates; null for a plain connection.</summary>
    public MosquittoTls? Tls { get; init; }

    /// <summary>The will; null for none.</summary>
    public MosquittoWill? Will { get; init; }

    /// <summary>Time without traffic after which a ping is sent; a broker silent for that long is given up.</summary>
    /// <value>Seconds, at least 5; default 10.</value>
    public int KeepAliveSeconds { get; init; } = 10;

    /// <summary>QoS 1 messages under way in either direction before more wait; the library's own default is 20.</summary>
    /// <value>1 to 65535; default 200.</value>
    public int MaxInFlight { get; init; } = 200;
}
