namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>A body's outline, m.</summary>
public abstract record BodyShape
{
    private BodyShape()
    {
    }

    /// <summary>The radius of the circle about the centre that holds it.</summary>
    public abstract double Reach { get; }

    /// <summary>Moment of inertia of a body of mass <paramref name="mass"/> about its centre, kg m^2.</summary>
    public abstract double Inertia(double mass);

    /// <summary>A disc.</summary>
    public sealed record Disc(double Radius) : BodyShape
    {
        /// <inheritdoc/>
        public override double Reach => Radius;

        /// <inheritdoc/>
        public override double Inertia(double mass) => mass * Radius * Radius / 2d;
    }

    /// <summary>A box; a hollow one can be entered, and pushes from its outline.</summary>
    public sealed record Box(double Length, double Width, bool Hollow = false) : BodyShape
    {
        /// <inheritdoc/>
        public override double Reach => Math.Sqrt((Length / 2d * (Length / 2d)) + (Width / 2d * (Width / 2d)));

        /// <inheritdoc/>
        public override double Inertia(double mass) => mass * ((Length * Length) + (Width * Width)) / 12d;
    }

    /// <summary>A segment of a line.</summary>
    public sealed record Line(double Length) : BodyShape
    {
        /// <inheritdoc/>
        public override double Reach => Length / 2d;

        /// <inheritdoc/>
        public override double Inertia(double mass) => mass * Length * Length / 12d;
    }
}
