using System.CommandLine;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Onboard.Process.Settings;

/// <summary>What stands on the command line of <c>swarm-onboard</c>.</summary>
internal sealed record OnboardArguments
{
    /// <summary>The swarm file.</summary>
    public required string Config { get; init; }

    /// <summary>Which of its robots this process is.</summary>
    public required RobotId Robot { get; init; }

    /// <summary>Values that win over the files: <c>path=value</c>.</summary>
    public IReadOnlyList<string> Overrides { get; init; } = [];

    /// <summary>The robot's certificates; null for connections without TLS.</summary>
    public TlsFiles? Tls { get; init; }

    /// <summary>The robot's bundle store.</summary>
    public required string Store { get; init; }

    /// <summary>A signed bundle to fly while the store holds none that was adopted; null for none.</summary>
    public string? Release { get; init; }

    /// <summary>The public key whose signature on a release counts, PEM.</summary>
    public required string TrustedKey { get; init; }

    /// <summary>The run's seed.</summary>
    public ulong Seed { get; init; }

    /// <summary>What the log says of its origin.</summary>
    public string Source { get; init; } = "real";

    /// <summary>Makes the command, which calls <paramref name="run"/> with what it read.</summary>
    public static RootCommand Command(Func<OnboardArguments, Task<int>> run)
    {
        var config = new Option<string>("--config") { Description = "Swarm file (hardware-configs/swarms/NAME.yaml)", Required = true };
        var robot = new Option<ushort>("--robot") { Description = "Number of the robot that this process is", Required = true };
        var set = new Option<string[]>("--set") { Description = "PATH=VALUE: a value that wins over the files, such as bus.port=1884", AllowMultipleArgumentsPerToken = true };
        var broker = new Option<string>("--broker") { Description = "HOST:PORT of the message broker" };
        var station = new Option<string>("--station") { Description = "Address of the ground station" };
        var logs = new Option<string>("--logs") { Description = "Folder of the tick logs" };
        var authority = new Option<string>("--ca") { Description = "Certificate of the fleet's authority, PEM: connections use TLS" };
        var certificate = new Option<string>("--certificate") { Description = "The robot's certificate, PEM" };
        var key = new Option<string>("--key") { Description = "Its private key, PEM" };
        var store = new Option<string>("--store") { Description = "Folder of the bundle store", Required = true };
        var release = new Option<string>("--release") { Description = "Folder of a signed bundle to fly while the store holds none that was adopted" };
        var trusted = new Option<string>("--trusted-key") { Description = "Public key whose signature on a release counts, PEM", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "The run's seed" };
        var source = new Option<string>("--source") { Description = "Origin that the logs name: real or sim", DefaultValueFactory = _ => "real" };
        source.AcceptOnlyFromAmong("real", "sim");
        var command = new RootCommand("Flies one robot.")
        {
            config, robot, set, broker, station, logs, authority, certificate, key, store, release, trusted, seed, source,
        };
        command.SetAction(parsed => run(new OnboardArguments
        {
            Config = parsed.GetRequiredValue(config),
            Robot = new RobotId(parsed.GetRequiredValue(robot)),
            Overrides = [.. parsed.GetValue(set) ?? [], .. Broker(parsed.GetValue(broker)), .. One("ground_station.url", parsed.GetValue(station)), .. One("log.folder", parsed.GetValue(logs))],
            Tls = parsed.GetValue(authority) is { } ca ? new TlsFiles(ca, parsed.GetRequiredValue(certificate), parsed.GetRequiredValue(key)) : null,
            Store = parsed.GetRequiredValue(store),
            Release = parsed.GetValue(release),
            TrustedKey = parsed.GetRequiredValue(trusted),
            Seed = parsed.GetValue(seed),
            Source = parsed.GetRequiredValue(source),
        }));
        return command;
    }

    private static IEnumerable<string> One(string path, string? value) => value is null ? [] : [$"{path}={value}"];

    private static IEnumerable<string> Broker(string? address)
    {
        if (address is null)
        {
            return [];
        }

        var colon = address.LastIndexOf(':');
        return colon < 0 ? [$"bus.host={address}"] : [$"bus.host={address[..colon]}", $"bus.port={address[(colon + 1)..]}"];
    }
}
