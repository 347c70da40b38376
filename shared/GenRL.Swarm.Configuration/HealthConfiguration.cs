using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace GenRL.Swarm.Configuration;

/// <summary>Bounds on a new release's first flight: when one is broken the robot goes back to the release before.</summary>
public sealed record HealthConfiguration
{
    /// <summary>Largest share of plan ticks that miss their deadline.</summary>
    [JsonPropertyName("max_missed_deadline_share"), Range(0.0, 1.0)]
    public required double MaxMissedDeadlines { get; init; }

    /// <summary>Largest 99th percentile of a plan tick, seconds.</summary>
    [JsonPropertyName("max_tick_p99_s"), Range(0.0005, 0.1)]
    public required double MaxTickP99 { get; init; }

    /// <summary>Largest share of control steps in which the shield changes the command.</summary>
    [JsonPropertyName("max_intervention_share"), Range(0.0, 1.0)]
    public required double MaxInterventions { get; init; }

    /// <summary>Largest number of plan ticks with a fault.</summary>
    [Range(0, 1000000)]
    public required int MaxFaults { get; init; }
}
