namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>A rectangle about the origin.</summary>
/// <param name="HalfLength">From the middle to the sides at plus and minus x, m.</param>
/// <param name="HalfWidth">From the middle to the sides at plus and minus y, m.</param>
internal readonly record struct Arena(double HalfLength, double HalfWidth)
{
    /// <summary>The testbed's: 3.2 m x 2 m.</summary>
    public static Arena Testbed { get; } = new(1.6, 1d);

    /// <summary>One in which <paramref name="robots"/> robots have as much room each as five have in the testbed; no smaller than that.</summary>
    public static Arena ForRobots(int robots)
    {
        var scale = Math.Sqrt(Math.Max(robots, 5) / 5d);
        return new Arena(scale * Testbed.HalfLength, scale * Testbed.HalfWidth);
    }

    /// <summary>Whether a point is inside or on the edge.</summary>
    public bool Contains(double x, double y) => Math.Abs(x) <= HalfLength && Math.Abs(y) <= HalfWidth;
}
