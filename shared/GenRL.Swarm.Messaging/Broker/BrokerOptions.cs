namespace GenRL.Swarm.Messaging.Broker;

/// <summary>How a <see cref="BrokerProcess"/> is set up.</summary>
public sealed record BrokerOptions
{
    /// <summary>Where its configuration file is written; made when missing.</summary>
    public required string Folder { get; init; }

    /// <summary>Port on 127.0.0.1; 0 for any free one.</summary>
    public int Port { get; init; }

    /// <summary>Certificates: clients must show one, whose common name is their identity. Null for a plain broker that lets anybody in.</summary>
    public BrokerTls? Tls { get; init; }

    /// <summary>A file written by <see cref="FleetAcl"/>; null when every client may do everything.</summary>
    public string? AclFile { get; init; }
}
