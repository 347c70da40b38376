using System.Collections.Immutable;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>How the robots of a team differ: one row of numbers per robot.</summary>
/// <param name="Rows">Capabilities, or a one-hot class.</param>
/// <param name="View">Whose rows a robot sees.</param>
internal sealed record Capabilities(ImmutableArray<ImmutableArray<double>> Rows, CapabilityView View)
{
    /// <summary>Numbers per robot.</summary>
    public int Size => Rows[0].Length;
}

/// <summary>Whose capabilities a robot sees.</summary>
internal enum CapabilityView
{
    /// <summary>Nobody's.</summary>
    None,

    /// <summary>Its own.</summary>
    Own,

    /// <summary>All, its own first, the others cyclically.</summary>
    All,
}
