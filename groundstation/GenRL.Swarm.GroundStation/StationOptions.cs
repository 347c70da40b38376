using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Registry.Rollouts;

namespace GenRL.Swarm.GroundStation;

/// <summary>How a ground station runs: the section <c>Station</c> of its configuration.</summary>
public sealed class StationOptions
{
    /// <summary>The fleet's name, as in topics.</summary>
    /// <value>Default <c>demo</c>.</value>
    public string Fleet { get; init; } = "demo";

    /// <summary>Where logs, bundles, the registry and the signing key lie; made when missing.</summary>
    /// <value>Default <c>runs/station</c>.</value>
    public string DataFolder { get; init; } = "runs/station";

    /// <summary>Port of the page and API for people, on the loopback address.</summary>
    /// <value>Default 8080; 0 for any free port.</value>
    public int Port { get; init; } = 8080;

    /// <summary>The API for robots over TLS with client certificates.</summary>
    /// <value>Null: robots use the loopback port, which then asks for no certificate.</value>
    public MutualTlsOptions? Tls { get; init; }

    /// <summary>The fleet's broker.</summary>
    public StationBrokerOptions Broker { get; init; } = new();

    /// <summary>The address that robots are told to fetch releases from; ends in a slash.</summary>
    /// <value>Null: the address that the API for robots is bound to.</value>
    public string? PublicUrl { get; init; }

    /// <summary>The bundle that the fleet begins with: checked, signed with the station's key and made active when no release is.</summary>
    /// <value>Null: the station begins without a release.</value>
    public string? FirstBundle { get; init; }

    /// <summary>The largest tick log that is taken in.</summary>
    /// <value>Bytes, default 1 GiB.</value>
    public long MaxLogBytes { get; init; } = 1L << 30;

    /// <summary>What a robot must show before a rollout goes on.</summary>
    public RolloutOptions Rollout { get; init; } = new();

    /// <summary>The slow loop.</summary>
    /// <value>Null: the station learns nothing by itself.</value>
    public LearningOptions? Learning { get; init; }
}

/// <summary>Where the fleet's broker is, and what the station shows it; files are PEM.</summary>
public sealed class StationBrokerOptions
{
    /// <summary>Host name or address.</summary>
    /// <value>Default 127.0.0.1.</value>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>Port.</summary>
    /// <value>Default 1883.</value>
    public int Port { get; init; } = 1883;

    /// <summary>The authority that signed the broker's certificate.</summary>
    /// <value>Null: a connection without TLS.</value>
    public string? Authority { get; init; }

    /// <summary>The station's certificate.</summary>
    /// <value>Null: none is shown.</value>
    public string? Certificate { get; init; }

    /// <summary>Its private key.</summary>
    public string? Key { get; init; }
}

/// <summary>Files of the API for robots, all PEM.</summary>
public sealed class MutualTlsOptions
{
    /// <summary>Address to bind to.</summary>
    /// <value>Default 127.0.0.1.</value>
    public string Address { get; init; } = "127.0.0.1";

    /// <summary>Port to bind to.</summary>
    /// <value>Default 8443; 0 for any free port.</value>
    public int Port { get; init; } = 8443;

    /// <summary>The station's certificate.</summary>
    public required string Certificate { get; init; }

    /// <summary>Its private key.</summary>
    public required string Key { get; init; }

    /// <summary>The authority whose certificates robots must show. A robot's common name is its name: <c>r0</c>, <c>r1</c>, ...</summary>
    public required string Authority { get; init; }
}

/// <summary>When and how the station learns.</summary>
public sealed class LearningOptions
{
    /// <summary>The learning process and its first arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>The name under which the page shows the cycle.</summary>
    /// <value>Default <c>B</c>: between the missions before it and those after it.</value>
    public string Phase { get; init; } = "B";

    /// <summary>Whether learning begins only when <c>POST /learning</c> asks for it, however many logs have arrived.</summary>
    /// <value>Default false.</value>
    public bool OnRequest { get; init; }

    /// <summary>Logs that must have arrived since the registry's releases last changed before learning begins.</summary>
    /// <value>Default 4.</value>
    public int LogsPerCycle { get; init; } = 4;

    /// <summary>Episodes per bundle that the gate flies on the floor identified from the logs.</summary>
    /// <value>Default 200.</value>
    public int IdentifiedEpisodes { get; init; } = GateRule.MinEpisodes;

    /// <summary>Of these, the fewest that a candidate can pass by: with fewer the verdict is soon there and worth less.</summary>
    /// <value>Default 200: one point of success is then two episodes.</value>
    public int MinEpisodes { get; init; } = GateRule.MinEpisodes;

    /// <summary>Episodes per bundle that the gate flies on the nominal floor, for the record.</summary>
    /// <value>Default 200; 0 for none.</value>
    public int NominalEpisodes { get; init; } = 200;

    /// <summary>The seed of the gate's episodes.</summary>
    /// <value>Default 7.</value>
    public ulong GateSeed { get; init; } = 7;
}
