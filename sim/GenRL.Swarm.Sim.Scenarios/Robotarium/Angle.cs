using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>Angles.</summary>
internal static class Angle
{
    /// <summary>The same direction in [-pi, pi].</summary>
    /// <param name="angle">rad, any finite number.</param>
    public static double Wrap(double angle) => Math.Abs(angle) <= Math.PI ? angle : Math.IEEERemainder(angle, Math.Tau);

    /// <summary>Sines and cosines of eight angles in [-pi, pi], to the last bit or two (polynomials: Cephes, Moshier, sin.c).</summary>
    public static (Vector512<double> Sin, Vector512<double> Cos) SinCos(Vector512<double> angle)
    {
        // Adding this leaves the nearest whole number in the lowest bits.
        var whole = Vector512.Create(6755399441055744d);
        var shifted = Vector512.FusedMultiplyAdd(angle, Vector512.Create(2d / Math.PI), whole);
        var quarters = shifted - whole;
        var quadrant = shifted.AsUInt64();
        var r = Vector512.FusedMultiplyAdd(quarters, Vector512.Create(-Math.PI / 2d), angle);
        r = Vector512.FusedMultiplyAdd(quarters, Vector512.Create(-6.123233995736766e-17), r);
        var z = r * r;
        var sin = Vector512.FusedMultiplyAdd(Vector512.Create(1.58962301576546568060e-10), z, Vector512.Create(-2.50507477628578072866e-8));
        sin = Vector512.FusedMultiplyAdd(sin, z, Vector512.Create(2.75573136213857245213e-6));
        sin = Vector512.FusedMultiplyAdd(sin, z, Vector512.Create(-1.98412698295895385996e-4));
        sin = Vector512.FusedMultiplyAdd(sin, z, Vector512.Create(8.33333333332211858878e-3));
        sin = Vector512.FusedMultiplyAdd(sin, z, Vector512.Create(-1.66666666666666307295e-1));
        sin = Vector512.FusedMultiplyAdd(sin * z, r, r);
        var cos = Vector512.FusedMultiplyAdd(Vector512.Create(-1.13585365213876817300e-11), z, Vector512.Create(2.08757008419747316778e-9));
        cos = Vector512.FusedMultiplyAdd(cos, z, Vector512.Create(-2.75573141792967388112e-7));
        cos = Vector512.FusedMultiplyAdd(cos, z, Vector512.Create(2.48015872888517045348e-5));
        cos = Vector512.FusedMultiplyAdd(cos, z, Vector512.Create(-1.38888888888730564116e-3));
        cos = Vector512.FusedMultiplyAdd(cos, z, Vector512.Create(4.16666666666665929218e-2));
        cos = Vector512.FusedMultiplyAdd(cos * z, z, Vector512.FusedMultiplyAdd(z, Vector512.Create(-0.5), Vector512<double>.One));
        var odd = Vector512.Equals(quadrant & Vector512<ulong>.One, Vector512<ulong>.One).AsDouble();
        var sinSign = (quadrant & Vector512.Create(2ul)) << 62;
        var cosSign = ((quadrant + Vector512<ulong>.One) & Vector512.Create(2ul)) << 62;
        return (
            (Vector512.ConditionalSelect(odd, cos, sin).AsUInt64() ^ sinSign).AsDouble(),
            (Vector512.ConditionalSelect(odd, sin, cos).AsUInt64() ^ cosSign).AsDouble());
    }
}
