using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace GenRL.Swarm.Configuration;

/// <summary>The tick log.</summary>
public sealed record LogConfiguration
{
    /// <summary>Folder of the log files; relative to the working directory.</summary>
    public required string Folder { get; init; }

    /// <summary>Length of one file, seconds; then a new one begins and the old one is uploaded.</summary>
    [JsonPropertyName("rotation_s"), Range(1.0, 3600.0)]
    public required double RotationSeconds { get; init; }
}
