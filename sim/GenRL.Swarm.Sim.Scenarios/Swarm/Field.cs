namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>How much room scenarios give a swarm: the same per robot whatever its number, and never less than for four.</summary>
internal static class Field
{
    /// <summary>Starts, and goals, lie at least this far apart, m: almost two robots' diameters.</summary>
    public const double Separation = 0.45;

    /// <summary>How near a robot at its goal is, m.</summary>
    public const double Arrival = 0.12;

    /// <summary>Free space between the outermost place and the arena's walls, m.</summary>
    private const double Margin = 1.2;

    /// <summary>Places lie within plus and minus this of the origin, m: 1.3 for four robots.</summary>
    public static double Extent(int robots) => 1.3 * Math.Sqrt(Math.Max(robots, 4) / 4d);

    /// <summary>Half the side of the arena, m: 2.5 for four robots.</summary>
    public static double Semi(int robots) => Extent(robots) + Margin;
}
