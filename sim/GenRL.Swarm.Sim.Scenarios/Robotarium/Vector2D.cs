namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>A point (m) or a velocity (m/s) of the plane, in the world's axes.</summary>
internal readonly record struct Vector2D(double X, double Y)
{
    /// <summary>Euclidean length.</summary>
    public double Length => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>Sum by components.</summary>
    public static Vector2D operator +(Vector2D a, Vector2D b) => new(a.X + b.X, a.Y + b.Y);

    /// <summary>Difference by components.</summary>
    public static Vector2D operator -(Vector2D a, Vector2D b) => new(a.X - b.X, a.Y - b.Y);

    /// <summary>Scaled by <paramref name="factor"/>.</summary>
    public static Vector2D operator *(double factor, Vector2D a) => new(factor * a.X, factor * a.Y);

    /// <summary>The inner product.</summary>
    public double Dot(Vector2D other) => (X * other.X) + (Y * other.Y);

    /// <summary>Itself, or shortened to <paramref name="length"/> where it is longer.</summary>
    public Vector2D CappedTo(double length)
    {
        var norm = Length;
        return norm > length ? length / norm * this : this;
    }
}
