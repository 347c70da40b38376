using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Pictures.Films;

/// <summary>A rectangle of the world's plane, metres.</summary>
/// <param name="Left">Least x.</param>
/// <param name="Bottom">Least y.</param>
/// <param name="Right">Greatest x.</param>
/// <param name="Top">Greatest y.</param>
public readonly record struct Extent(double Left, double Bottom, double Right, double Top)
{
    /// <summary>Share of the larger side that is left free on every side.</summary>
    private const double Margin = 0.03;

    /// <summary>What holds nothing.</summary>
    public static Extent Nothing => new(double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    /// <summary>Left to right.</summary>
    public double Width => Right - Left;

    /// <summary>Bottom to top.</summary>
    public double Height => Top - Bottom;

    /// <summary>The larger side.</summary>
    public double Size => Math.Max(Width, Height);

    /// <summary>What holds a shape. Numbers that are not finite are passed over.</summary>
    public Extent With(in Shape shape)
    {
        var (left, bottom, right, top) = Box(shape);
        return double.IsFinite(left + bottom + right + top)
            ? new Extent(Math.Min(Left, left), Math.Min(Bottom, bottom), Math.Max(Right, right), Math.Max(Top, top))
            : this;
    }

    /// <summary>A little more on every side; a metre about nothing, or about a single point.</summary>
    public Extent Framed()
    {
        if (!(Size >= 0d))
        {
            return new Extent(-0.5, -0.5, 0.5, 0.5);
        }

        var margin = Size > 0d ? Margin * Size : 0.5;
        return new Extent(Left - margin, Bottom - margin, Right + margin, Top + margin);
    }

    private static Extent Box(in Shape shape)
    {
        if (shape.Kind == ShapeKind.Segment)
        {
            return new Extent(Math.Min(shape.X, shape.A), Math.Min(shape.Y, shape.B), Math.Max(shape.X, shape.A), Math.Max(shape.Y, shape.B));
        }

        var (halfWidth, halfHeight) = (shape.A, shape.A);
        if (shape.Kind == ShapeKind.Box)
        {
            var (sine, cosine) = Math.SinCos(shape.Rotation);
            halfWidth = 0.5 * (Math.Abs(shape.A * cosine) + Math.Abs(shape.B * sine));
            halfHeight = 0.5 * (Math.Abs(shape.A * sine) + Math.Abs(shape.B * cosine));
        }

        return new Extent(shape.X - halfWidth, shape.Y - halfHeight, shape.X + halfWidth, shape.Y + halfHeight);
    }
}
