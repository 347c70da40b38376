using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Pictures.Replay;

/// <summary>A shape in whole units, so that what looks alike is equal.</summary>
/// <param name="Kind">Of the shape.</param>
/// <param name="Role">Of the shape.</param>
/// <param name="X">Units.</param>
/// <param name="Y">Units.</param>
/// <param name="A">Units.</param>
/// <param name="B">Units.</param>
/// <param name="Turn">Thousandths of a radian; null for a disc without heading.</param>
/// <param name="Label">Of the shape.</param>
internal readonly record struct QuantisedShape(ShapeKind Kind, Role Role, long X, long Y, long A, long B, long? Turn, string Label)
{
    /// <summary>The shape in units of <paramref name="unit"/> metres; null where one of its numbers is not finite.</summary>
    public static QuantisedShape? Of(in Shape shape, double unit)
    {
        if (!double.IsFinite(shape.X + shape.Y + shape.A + shape.B))
        {
            return null;
        }

        var turn = double.IsFinite(shape.Rotation) ? (long)Math.Round(1000d * Math.IEEERemainder(shape.Rotation, Math.Tau)) : default(long?);
        return new QuantisedShape(
            shape.Kind, shape.Role, Units(shape.X, unit), Units(shape.Y, unit), Units(shape.A, unit), Units(shape.B, unit), turn, shape.Label);
    }

    private static long Units(double metres, double unit) => (long)Math.Round(metres / unit);
}
