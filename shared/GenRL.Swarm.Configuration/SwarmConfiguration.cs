using System.Collections.Immutable;
using System.Text.Json;

namespace GenRL.Swarm.Configuration;

/// <summary>
/// Everything that a fleet's processes are told at start: typed, validated, immutable. Read by <see cref="ConfigurationLoader"/>; there are no
/// hidden defaults, every value stands in a file or on the command line. Names on disk are snake case and carry their unit.
/// </summary>
public sealed record SwarmConfiguration
{
    /// <summary>Name of the fleet: part of topics, logs and releases.</summary>
    public required string Fleet { get; init; }

    /// <summary>Name of the platform file below <c>platforms/</c>, without its ending.</summary>
    public required string Platform { get; init; }

    /// <summary>The robots, at least one, ids unique.</summary>
    public required ImmutableArray<RobotConfiguration> Robots { get; init; }

    /// <summary>The safety shield.</summary>
    public required ShieldConfiguration Shield { get; init; }

    /// <summary>The planner.</summary>
    public required PlanConfiguration Plan { get; init; }

    /// <summary>Where the models run.</summary>
    public required ModelsConfiguration Models { get; init; }

    /// <summary>The message broker.</summary>
    public required BusConfiguration Bus { get; init; }

    /// <summary>The ground station.</summary>
    public required GroundStationConfiguration GroundStation { get; init; }

    /// <summary>The tick log.</summary>
    public required LogConfiguration Log { get; init; }

    /// <summary>When a robot rolls back to the release before.</summary>
    public required HealthConfiguration Health { get; init; }

    /// <summary>This configuration as one line of JSON, for the header of a log. <see cref="ConfigurationLoader.Parse"/> reads it back.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ConfigurationJson.Default.SwarmConfiguration);
}
