namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>One body of a world.</summary>
/// <param name="Name">For error texts.</param>
/// <param name="Shape">Its outline.</param>
public sealed record BodySpec(string Name, BodyShape Shape)
{
    /// <summary>Whether forces move it.</summary>
    public bool Movable { get; init; }

    /// <summary>Whether torques turn it.</summary>
    public bool Rotatable { get; init; }

    /// <summary>Whether it touches others.</summary>
    public bool Collides { get; init; } = true;

    /// <summary>Mass, kg.</summary>
    public double Mass { get; init; } = 1d;

    /// <summary>Moment of inertia, kg m^2; null for the shape's.</summary>
    public double? Inertia { get; init; }

    /// <summary>Share of its velocity that it loses per step; null for the world's.</summary>
    public double? Drag { get; init; }

    /// <summary>Greatest speed, m/s.</summary>
    public double MaxSpeed { get; init; } = double.PositiveInfinity;

    /// <summary>Greatest size of each component of its velocity, m/s.</summary>
    public double MaxComponent { get; init; } = double.PositiveInfinity;

    /// <summary>Greatest length of the force that <see cref="BodyScenario{V}.Act"/> puts on it, N.</summary>
    public double MaxForce { get; init; } = double.PositiveInfinity;

    /// <summary>Greatest size of each component of that force, N.</summary>
    public double MaxForceComponent { get; init; } = double.PositiveInfinity;

    /// <summary>Dry friction: the force that opposes its motion, per mass, m/s^2.</summary>
    public double LinearFriction { get; init; }

    /// <summary>Dry friction of its turning: the torque that opposes it, per moment of inertia, rad/s^2.</summary>
    public double AngularFriction { get; init; }

    /// <summary>Acceleration along x that acts on it besides the world's, m/s^2.</summary>
    public double GravityX { get; init; }

    /// <summary>Acceleration along y that acts on it besides the world's, m/s^2.</summary>
    public double GravityY { get; init; }

    /// <summary>Bodies of the same group, other than 0, do not touch each other.</summary>
    public int Group { get; init; }

    internal double MomentOfInertia => Inertia ?? Shape.Inertia(Mass);
}
