using System.Text.Json;
using System.Text.Json.Serialization;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Orders;

namespace GenRL.Swarm.Sim.Process;

/// <summary>What <c>swarm-sim --config FILE</c> reads: JSON, snake_case, an unknown key is an error.</summary>
// Settable, not init: the generated JSON reader gives an init property that is missing its type's default, not this one's.
internal sealed record SimSettings
{
    /// <summary>The fleet's name in topics.</summary>
    public string Fleet { get; set; } = "demo";

    /// <summary>Number of robots, 1 to 1024.</summary>
    public int Robots { get; set; } = 4;

    /// <summary>How the robots move.</summary>
    public KinematicsKind Kinematics { get; set; } = KinematicsKind.Holonomic;

    /// <summary>The scenario whose walls the world has, and at whose first places the robots stand at start.</summary>
    public string Scenario { get; set; } = "crossing";

    /// <summary>Places at start and all noise follow from it.</summary>
    public ulong Seed { get; set; }

    /// <summary>The floor until an order brings another.</summary>
    public FloorOrder Floor { get; set; } = new();

    /// <summary>The broker.</summary>
    public BrokerSettings Broker { get; set; } = new();

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="FormatException">It cannot be read, or something in it makes no sense; the message says what.</exception>
    public static SimSettings Read(string path)
    {
        try
        {
            var settings = JsonSerializer.Deserialize(File.ReadAllBytes(path), SettingsJson.Default.SimSettings);
            var fault = settings is null ? "it is null" : settings.Fault();
            return fault is null ? settings! : throw new FormatException($"{path}: {fault}");
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new FormatException($"{path}: {error.Message}", error);
        }
    }

    private string? Fault() => this switch
    {
        { Robots: < 1 or > 1024 } => "robots must lie between 1 and 1024",
        { Fleet: null or "" } => "fleet must be named",
        { Floor: null } or { Broker: null } or { Scenario: null } => "floor, broker and scenario must not be null",
        { Broker.Port: < 1 or > 65535 } => "broker.port must lie between 1 and 65535",
        _ => Fleet.AsSpan().ContainsAny('/', '+', '#') ? "fleet must not hold / + or #" : null,
    };
}

/// <summary>Where the broker is.</summary>
internal sealed record BrokerSettings
{
    /// <summary>Its host name or address.</summary>
    public string Host { get; set; } = "127.0.0.1";

    /// <summary>Its port.</summary>
    public int Port { get; set; } = 1883;

    /// <summary>PEM file of who may have signed the broker's certificate; null for a connection without TLS.</summary>
    public string? CaFile { get; set; }

    /// <summary>PEM file of the simulator's own certificate; null for none.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>PEM file of its private key.</summary>
    public string? KeyFile { get; set; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SimSettings))]
internal sealed partial class SettingsJson : JsonSerializerContext;
