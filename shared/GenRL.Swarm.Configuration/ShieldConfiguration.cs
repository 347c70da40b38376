using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace GenRL.Swarm.Configuration;

/// <summary>The safety shield: docs/safety.md says what each value does. The floor comes with the release, not from here.</summary>
public sealed record ShieldConfiguration
{
    /// <summary>Control steps per second.</summary>
    [Range(50.0, 50.0)]
    public required double RateHz { get; init; }

    /// <summary>Distance added to every contact distance, metres.</summary>
    [JsonPropertyName("margin_m"), Range(0.0, 1.0)]
    public required double Margin { get; init; }

    /// <summary>Share of the available braking that is counted on.</summary>
    [JsonPropertyName("usable_braking_share"), Range(0.05, 1.0)]
    public required double UsableBraking { get; init; }

    /// <summary>How fast a barrier may fall: dh/dt >= -gamma h^3, s/m^2.</summary>
    [JsonPropertyName("gamma_s_per_m2"), Range(0.1, 100.0)]
    public required double Gamma { get; init; }

    /// <summary>Age from which a sensor frame no longer counts, seconds.</summary>
    [JsonPropertyName("stale_s"), Range(0.02, 2.0)]
    public required double StaleSeconds { get; init; }

    /// <summary>Part of a pair's braking that each robot does.</summary>
    [Range(0.5, 1.0)]
    public required double NeighbourShare { get; init; }

    /// <summary>Part of the top speed at which a neighbour may approach unseen during the command delay.</summary>
    [JsonPropertyName("unseen_approach_share"), Range(0.0, 1.0)]
    public required double UnseenApproach { get; init; }
}
