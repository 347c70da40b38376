using System.ComponentModel.DataAnnotations;

namespace GenRL.Swarm.Configuration;

/// <summary>The message broker.</summary>
public sealed record BusConfiguration
{
    /// <summary>Host name or address.</summary>
    public required string Host { get; init; }

    /// <summary>TCP port.</summary>
    [Range(1, 65535)]
    public required int Port { get; init; }

    /// <summary>Whether to speak TLS with client certificates.</summary>
    public required bool Tls { get; init; }
}

/// <summary>The ground station.</summary>
public sealed record GroundStationConfiguration
{
    /// <summary>Its address, http or https, without a path.</summary>
    public required string Url { get; init; }
}
