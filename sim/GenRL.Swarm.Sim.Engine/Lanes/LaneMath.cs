using System.Runtime.CompilerServices;

namespace GenRL.Swarm.Sim.Engine.Lanes;

/// <summary>
/// Functions whose library versions take another way for a whole vector when one lane is very small or very large, so that a world's result would
/// depend on its neighbours. Here every lane goes the same way.
/// </summary>
internal static class LaneMath
{
    // Beyond it e^x is all but nil or infinite, and the library leaves the vector for one number at a time.
    private const double MostExponent = 708d;

    // Pi / 2 in three parts; products of the first two with whole numbers up to 2^8 (float64: 2^19) are exact (Cody and Waite 1980).
    private const float Single0 = 1.5703125f;
    private const float Single1 = 4.837512969970703e-4f;
    private const float Single2 = 7.549789954891653e-8f;
    private const double Double0 = 1.5707963267341256;
    private const double Double1 = 6.077100506303966e-11;
    private const double Double2 = 2.0222662487959506e-21;

    /// <summary>Sets numbers beyond about float64's range of exponents, and those that are none, to its ends.</summary>
    public static V Exponent<V>(V x)
        where V : unmanaged, ILanes<V> => V.Min(V.Max(x, V.All(-MostExponent)), V.All(MostExponent));

    /// <summary>Sine of an angle, rad; to the last digit or two up to about 400 rad (float64: 800 000), then less and less exact.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sin<V>(V x)
        where V : unmanaged, ILanes<V> => Turned(x, V.All(0d));

    /// <summary>Cosine of an angle, rad; as exact as <see cref="Sin"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Cos<V>(V x)
        where V : unmanaged, ILanes<V> => Turned(x, V.All(1d));

    /// <summary>The sine of an angle and so many quarter turns.</summary>
    private static V Turned<V>(V x, V quarters)
        where V : unmanaged, ILanes<V>
    {
        var turns = V.Floor((x * V.All(2d / Math.PI)) + V.All(0.5));
        var rest = V.IsSingle
            ? x - (turns * V.All(Single0)) - (turns * V.All(Single1)) - (turns * V.All(Single2))
            : x - (turns * V.All(Double0)) - (turns * V.All(Double1)) - (turns * V.All(Double2));
        var quarter = turns + quarters;
        quarter -= V.Floor(quarter * V.All(0.25)) * V.All(4d);
        var back = quarter >= V.All(2d);
        quarter -= V.Select(back, V.All(2d), V.All(0d));
        var value = V.Select(quarter >= V.All(1d), Even(rest * rest), rest * Odd(rest * rest));
        return V.Select(back, -value, value);
    }

    // Taylor's series, as far as the last digit goes on [-pi / 4, pi / 4].
    private static V Odd<V>(V square)
        where V : unmanaged, ILanes<V>
    {
        var sum = V.All(-1d / 39916800d);
        if (!V.IsSingle)
        {
            sum = V.All(1d / 355687428096000d);
            sum = (sum * square) + V.All(-1d / 1307674368000d);
            sum = (sum * square) + V.All(1d / 6227020800d);
            sum = (sum * square) + V.All(-1d / 39916800d);
        }

        sum = (sum * square) + V.All(1d / 362880d);
        sum = (sum * square) + V.All(-1d / 5040d);
        sum = (sum * square) + V.All(1d / 120d);
        sum = (sum * square) + V.All(-1d / 6d);
        return (sum * square) + V.All(1d);
    }

    private static V Even<V>(V square)
        where V : unmanaged, ILanes<V>
    {
        var sum = V.All(-1d / 3628800d);
        if (!V.IsSingle)
        {
            sum = V.All(1d / 20922789888000d);
            sum = (sum * square) + V.All(-1d / 87178291200d);
            sum = (sum * square) + V.All(1d / 479001600d);
            sum = (sum * square) + V.All(-1d / 3628800d);
        }

        sum = (sum * square) + V.All(1d / 40320d);
        sum = (sum * square) + V.All(-1d / 720d);
        sum = (sum * square) + V.All(1d / 24d);
        sum = (sum * square) + V.All(-0.5);
        return (sum * square) + V.All(1d);
    }
}
