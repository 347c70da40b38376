namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>Where one robot stands: the middle of its axle, in the world's axes.</summary>
/// <param name="X">m.</param>
/// <param name="Y">m.</param>
/// <param name="Heading">rad, counter-clockwise from the x axis.</param>
/// <param name="Cos">Cosine of the heading.</param>
/// <param name="Sin">Sine of the heading.</param>
internal readonly record struct Pose(double X, double Y, double Heading, double Cos, double Sin)
{
    /// <summary>The position.</summary>
    public Vector2D Position => new(X, Y);

    /// <summary>A pose from its three numbers.</summary>
    public static Pose Of(double x, double y, double heading) => new(x, y, heading, Math.Cos(heading), Math.Sin(heading));

    /// <summary>The point <paramref name="distance"/> metres ahead.</summary>
    public Vector2D Ahead(double distance) => new(X + (distance * Cos), Y + (distance * Sin));

    /// <summary>How much of <paramref name="vector"/> points along the heading.</summary>
    public double Along(Vector2D vector) => (Cos * vector.X) + (Sin * vector.Y);

    /// <summary>How much of <paramref name="vector"/> points to the left of the heading.</summary>
    public double Across(Vector2D vector) => (Cos * vector.Y) - (Sin * vector.X);
}
