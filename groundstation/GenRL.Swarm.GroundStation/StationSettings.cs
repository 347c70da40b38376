using GenRL.Swarm.Messaging.Mqtt;

namespace GenRL.Swarm.GroundStation;

/// <summary>What <c>swarm-groundstation --config FILE</c> reads: JSON with the sections <c>Station</c> and <c>Bus</c>; an unknown key is an error.</summary>
internal sealed class StationSettings
{
    /// <summary>The station.</summary>
    public StationOptions Station { get; init; } = new();

    /// <summary>The broker.</summary>
    public BusSettings Bus { get; init; } = new();

    /// <summary>Reads the file at <paramref name="path"/>.</summary>
    /// <exception cref="InvalidDataException">It is no such file; the message says why.</exception>
    /// <exception cref="InvalidOperationException">A key is unknown, or a value has the wrong form.</exception>
    public static StationSettings Read(string path) =>
        new ConfigurationBuilder().AddJsonFile(Path.GetFullPath(path), optional: false).Build()
            .Get<StationSettings>(binder => binder.ErrorOnUnknownConfiguration = true)
        ?? throw new InvalidDataException($"{path}: it is empty");
}

/// <summary>Where the broker is, and who the station is to it.</summary>
internal sealed class BusSettings
{
    /// <summary>Host name or address.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Port.</summary>
    public int Port { get; init; } = 1883;

    /// <summary>PEM file of who signed the broker's certificate; null for a connection without TLS.</summary>
    public string? Authority { get; init; }

    /// <summary>PEM file of the station's own certificate.</summary>
    public string? Certificate { get; init; }

    /// <summary>PEM file of its private key.</summary>
    public string? Key { get; init; }

    public MqttBusOptions Options(string fleet) => new()
    {
        Host = Host,
        Port = Port,
        ClientId = $"swarm-groundstation-{fleet}",
        Tls = Authority is null ? null : new MqttTls(Authority, Certificate, Key),
        Report = Console.Error.WriteLine,
    };
}
