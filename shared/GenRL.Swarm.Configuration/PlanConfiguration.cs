using System.ComponentModel.DataAnnotations;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Configuration;

/// <summary>The planner.</summary>
public sealed record PlanConfiguration
{
    /// <summary>Plan ticks per second: the models are trained for 10.</summary>
    [Range(10.0, 10.0)]
    public required double RateHz { get; init; }

    /// <summary>Candidate plans per tick, K.</summary>
    [Range(16, 256)]
    public required int Samples { get; init; }

    /// <summary>Steps of 0.1 s that each candidate is imagined.</summary>
    [Range(1, PlanShape.Horizon)]
    public required int ImaginedSteps { get; init; }
}
