using System.Collections.Immutable;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>An agent or a landmark: a disc with a role.</summary>
/// <param name="Name">As MPE names it.</param>
/// <param name="Radius">m.</param>
internal sealed record MpeEntity(string Name, double Radius)
{
    /// <summary>Whether forces move it.</summary>
    public bool Movable { get; init; }

    /// <summary>Whether it touches others.</summary>
    public bool Collides { get; init; }

    /// <summary>Force of a full action, N; null for 5.</summary>
    public double? Acceleration { get; init; }

    /// <summary>Greatest speed, m/s; null for no limit.</summary>
    public double? MaxSpeed { get; init; }

    /// <summary>Its colour, where that does not depend on the goals.</summary>
    public ImmutableArray<double> Colour { get; init; } = [0.25, 0.25, 0.25];

    /// <summary>Whether it cannot send messages.</summary>
    public bool Silent { get; init; } = true;

    /// <summary>Whether it plays against the others.</summary>
    public bool Adversary { get; init; }

    /// <summary>Whether it leads the adversaries: it sees into forests and tells.</summary>
    public bool Leader { get; init; }

    /// <summary>Whether it is the one whose messages are meant to be read.</summary>
    public bool Speaker { get; init; }
}
