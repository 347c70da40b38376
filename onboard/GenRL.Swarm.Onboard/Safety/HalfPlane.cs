namespace GenRL.Swarm.Onboard.Safety;

/// <summary>One row of a planar programme: X u.x + Y u.y &lt;= Bound.</summary>
/// <param name="X">First component of the row's normal.</param>
/// <param name="Y">Second component of the row's normal.</param>
/// <param name="Bound">Right-hand side, in the unit of the command when the normal has length 1.</param>
internal readonly record struct HalfPlane(double X, double Y, double Bound)
{
    /// <summary>How far (<paramref name="x"/>, <paramref name="y"/>) lies outside; negative inside. A distance when the normal has length 1.</summary>
    public double Violation(double x, double y) => X * x + Y * y - Bound;
}
