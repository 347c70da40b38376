using System.Collections.Immutable;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>A <see cref="RobotariumWorld"/>.</summary>
public sealed record RobotariumOptions
{
    /// <summary>Which simulator's rules.</summary>
    public RobotariumGeneration Generation { get; init; }

    /// <summary>Number of robots; the arena grows with them beyond five.</summary>
    public int Robots { get; init; } = 5;

    /// <summary>Which certificate.</summary>
    public RobotariumCertificate Certificate { get; init; }

    /// <summary>What actions mean.</summary>
    public RobotariumAction Action { get; init; }

    /// <summary>Steps of an episode, 0.033 s each.</summary>
    public int Steps { get; init; } = 1000;

    /// <summary>Whether the range sensors are on (version 2.0).</summary>
    public bool Ranges { get; init; } = true;

    /// <summary>Walls that range sensors see; robots pass through them, as upstream.</summary>
    public ImmutableArray<Segment> Obstacles { get; init; } = [];
}
