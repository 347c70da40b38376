namespace GenRL.Swarm.Sim.Engine.Lanes;

/// <summary>
/// Numbers of several worlds side by side, float32 or float64, as many as a vector of 128, 256 or 512 bits holds. All that is computed many worlds
/// wide is written once over this type. Lane by lane the same operations are done at every width (no contraction to fused operations), so the
/// results are equal bit for bit. A mask is a value whose lanes are all ones or all zeros.
/// </summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface ILanes<TSelf>
    where TSelf : unmanaged, ILanes<TSelf>
{
    /// <summary>Number of lanes.</summary>
    static abstract int Count { get; }

    /// <summary>Whether a lane is a float32.</summary>
    static abstract bool IsSingle { get; }

    /// <summary>The same value in every lane.</summary>
    static abstract TSelf All(double value);

    /// <summary>One lane's value.</summary>
    static abstract double Get(TSelf value, int lane);

    /// <summary>The same but for one lane.</summary>
    static abstract TSelf With(TSelf value, int lane, double laneValue);

    /// <summary>As many float32 as there are lanes, from the span's start.</summary>
    static abstract TSelf Load(ReadOnlySpan<float> values);

    /// <summary>Writes the lanes as float32 to the span's start.</summary>
    static abstract void Store(TSelf value, Span<float> values);

    /// <summary>Sum.</summary>
    static abstract TSelf operator +(TSelf a, TSelf b);

    /// <summary>Difference.</summary>
    static abstract TSelf operator -(TSelf a, TSelf b);

    /// <summary>Negation.</summary>
    static abstract TSelf operator -(TSelf a);

    /// <summary>Product.</summary>
    static abstract TSelf operator *(TSelf a, TSelf b);

    /// <summary>Quotient.</summary>
    static abstract TSelf operator /(TSelf a, TSelf b);

    /// <summary>Both masks.</summary>
    static abstract TSelf operator &(TSelf a, TSelf b);

    /// <summary>Either mask.</summary>
    static abstract TSelf operator |(TSelf a, TSelf b);

    /// <summary>The other lanes of a mask.</summary>
    static abstract TSelf operator ~(TSelf a);

    /// <summary>Mask of a &lt; b.</summary>
    static abstract TSelf operator <(TSelf a, TSelf b);

    /// <summary>Mask of a &gt; b.</summary>
    static abstract TSelf operator >(TSelf a, TSelf b);

    /// <summary>Mask of a &lt;= b.</summary>
    static abstract TSelf operator <=(TSelf a, TSelf b);

    /// <summary>Mask of a &gt;= b.</summary>
    static abstract TSelf operator >=(TSelf a, TSelf b);

    /// <summary>Lanes of <paramref name="yes"/> where the mask is set, else of <paramref name="no"/>.</summary>
    static abstract TSelf Select(TSelf mask, TSelf yes, TSelf no);

    /// <summary>Whether any lane of a mask is set.</summary>
    static abstract bool Any(TSelf mask);

    /// <summary>One bit per lane of a mask, lane 0 lowest.</summary>
    static abstract uint Bits(TSelf mask);

    /// <summary>The lesser.</summary>
    static abstract TSelf Min(TSelf a, TSelf b);

    /// <summary>The greater.</summary>
    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>Without its sign.</summary>
    static abstract TSelf Abs(TSelf a);

    /// <summary>Square root.</summary>
    static abstract TSelf Sqrt(TSelf a);

    /// <summary>Greatest whole number not above.</summary>
    static abstract TSelf Floor(TSelf a);

    /// <summary>e to the power of.</summary>
    static abstract TSelf Exp(TSelf a);

    /// <summary>Natural logarithm.</summary>
    static abstract TSelf Log(TSelf a);

    /// <summary>Sine, rad.</summary>
    static abstract TSelf Sin(TSelf a);

    /// <summary>Cosine, rad.</summary>
    static abstract TSelf Cos(TSelf a);

    /// <summary>
    /// The next uniform number in [0, 1) of each lane's own stream, a multiple of 2^-23 (float64: 2^-52), and the stream's next state. xoroshiro64*
    /// in lanes of 32 bits, xoroshiro128+ in lanes of 64 (Blackman and Vigna: Scrambled linear pseudorandom number generators, 2021).
    /// </summary>
    static abstract TSelf NextUniform(ref TSelf state0, ref TSelf state1);

    /// <summary>Puts one lane's stream into a state given by 128 random bits.</summary>
    static abstract void Seed(ref TSelf state0, ref TSelf state1, int lane, ulong bits0, ulong bits1);
}
