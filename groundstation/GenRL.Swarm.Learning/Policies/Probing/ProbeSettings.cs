using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;

namespace GenRL.Swarm.Learning.Policies.Probing;

/// <summary>A closed-loop trial.</summary>
public sealed record ProbeSettings
{
    /// <summary>The scenario's name. Default crossing.</summary>
    public string Scenario { get; init; } = "crossing";

    /// <summary>Robots per world, N. Default 4.</summary>
    public int Robots { get; init; } = 4;

    /// <summary>Episodes. Default 100.</summary>
    public int Episodes { get; init; } = 100;

    /// <summary>Plans that a robot samples per tick, K; with one it flies that one, with more it scores them. Default 16.</summary>
    public int Samples { get; init; } = 16;

    /// <summary>Plan ticks per episode. Default 80: 8 s.</summary>
    public int Ticks { get; init; } = 80;

    /// <summary>Neighbours that a robot attends to, the nearest ones. Default 8.</summary>
    public int Slots { get; init; } = PlanShape.Neighbours;

    /// <summary>The floor, of which the scoring knows. Default nominal.</summary>
    public ActuatorModel Floor { get; init; } = ActuatorModel.Nominal;

    /// <summary>Everything random follows from it.</summary>
    public ulong Seed { get; init; } = 7;

    /// <summary>A robot's radius, metres. Default 0.12.</summary>
    public float Radius { get; init; } = 0.12f;
}
