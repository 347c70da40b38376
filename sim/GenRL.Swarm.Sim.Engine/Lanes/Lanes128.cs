using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Engine.Lanes;

/// <summary>Lanes in a vector of 128 bits.</summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly struct Lanes128<T> : ILanes<Lanes128<T>>
    where T : unmanaged
{
    private readonly Vector128<T> _v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes128(Vector128<T> v) => _v = v;

    /// <inheritdoc/>
    public static int Count => Vector128<T>.Count;

    /// <inheritdoc/>
    public static bool IsSingle => typeof(T) == typeof(float);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> All(double value) => IsSingle ? Of(Vector128.Create((float)value)) : Of(Vector128.Create(value));

    /// <inheritdoc/>
    public static double Get(Lanes128<T> value, int lane) => IsSingle ? value.Singles.GetElement(lane) : value.Doubles.GetElement(lane);

    /// <inheritdoc/>
    public static Lanes128<T> With(Lanes128<T> value, int lane, double laneValue) =>
        IsSingle ? Of(value.Singles.WithElement(lane, (float)laneValue)) : Of(value.Doubles.WithElement(lane, laneValue));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(ReadOnlySpan<float> values)
    {
        if (IsSingle)
        {
            return Of(Vector128.Create(values));
        }

        var wide = default(Lanes128<T>);
        for (var lane = 0; lane < Count; lane++)
        {
            wide = With(wide, lane, values[lane]);
        }

        return wide;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128<T> value, Span<float> values)
    {
        if (IsSingle)
        {
            value.Singles.CopyTo(values);
            return;
        }

        for (var lane = 0; lane < Count; lane++)
        {
            values[lane] = (float)value.Doubles.GetElement(lane);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> a, Lanes128<T> b) => new(a._v + b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> a, Lanes128<T> b) => new(a._v - b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> a, Lanes128<T> b) => new(a._v * b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator /(Lanes128<T> a, Lanes128<T> b) => new(a._v / b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator &(Lanes128<T> a, Lanes128<T> b) => new(a._v & b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator |(Lanes128<T> a, Lanes128<T> b) => new(a._v | b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> a) => new(-a._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator ~(Lanes128<T> a) => new(~a._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator <(Lanes128<T> a, Lanes128<T> b) => new(Vector128.LessThan(a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator >(Lanes128<T> a, Lanes128<T> b) => new(Vector128.GreaterThan(a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator <=(Lanes128<T> a, Lanes128<T> b) => new(Vector128.LessThanOrEqual(a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator >=(Lanes128<T> a, Lanes128<T> b) => new(Vector128.GreaterThanOrEqual(a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Select(Lanes128<T> mask, Lanes128<T> yes, Lanes128<T> no) =>
        new(Vector128.ConditionalSelect(mask._v, yes._v, no._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lanes128<T> mask) => mask._v.AsByte() != Vector128<byte>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lanes128<T> mask) => (uint)Vector128.ExtractMostSignificantBits(mask._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Min(Lanes128<T> a, Lanes128<T> b) => new(Vector128.ConditionalSelect(Vector128.LessThan(a._v, b._v), a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Max(Lanes128<T> a, Lanes128<T> b) => new(Vector128.ConditionalSelect(Vector128.GreaterThan(a._v, b._v), a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> a) => new(Vector128.Abs(a._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> a) => new(Vector128.Sqrt(a._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Floor(Lanes128<T> a) => IsSingle ? Of(Vector128.Floor(a.Singles)) : Of(Vector128.Floor(a.Doubles));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Exp(Lanes128<T> a) => IsSingle ? Of(Vector128.Exp(a.Singles)) : Of(Vector128.Exp(LaneMath.Exponent(a).Doubles));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Log(Lanes128<T> a) => IsSingle ? Of(Vector128.Log(a.Singles)) : Of(Vector128.Log(a.Doubles));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sin(Lanes128<T> a) => LaneMath.Sin(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Cos(Lanes128<T> a) => LaneMath.Cos(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> NextUniform(ref Lanes128<T> state0, ref Lanes128<T> state1)
    {
        if (IsSingle)
        {
            var (a, b) = (state0._v.AsUInt32(), state1._v.AsUInt32());
            var bits = a * 0x9E37_79BBu;
            b ^= a;
            state0 = new((Rotate(a, 26) ^ b ^ (b << 9)).As<uint, T>());
            state1 = new(Rotate(b, 13).As<uint, T>());
            return Of(((bits >>> 9) | Vector128.Create(0x3F80_0000u)).AsSingle() - Vector128.Create(1f));
        }

        var (c, d) = (state0._v.AsUInt64(), state1._v.AsUInt64());
        var wide = c + d;
        d ^= c;
        state0 = new((Rotate(c, 24) ^ d ^ (d << 16)).As<ulong, T>());
        state1 = new(Rotate(d, 37).As<ulong, T>());
        return Of(((wide >>> 12) | Vector128.Create(0x3FF0_0000_0000_0000ul)).AsDouble() - Vector128.Create(1d));
    }

    /// <inheritdoc/>
    public static void Seed(ref Lanes128<T> state0, ref Lanes128<T> state1, int lane, ulong bits0, ulong bits1)
    {
        // Not both words zero: the one state from which the generators never come away.
        if (IsSingle)
        {
            MemoryMarshal.Cast<Lanes128<T>, uint>(MemoryMarshal.CreateSpan(ref state0, 1))[lane] = (uint)bits0 | 1u;
            MemoryMarshal.Cast<Lanes128<T>, uint>(MemoryMarshal.CreateSpan(ref state1, 1))[lane] = (uint)bits1;
        }
        else
        {
            MemoryMarshal.Cast<Lanes128<T>, ulong>(MemoryMarshal.CreateSpan(ref state0, 1))[lane] = bits0 | 1ul;
            MemoryMarshal.Cast<Lanes128<T>, ulong>(MemoryMarshal.CreateSpan(ref state1, 1))[lane] = bits1;
        }
    }

    private Vector128<float> Singles => _v.AsSingle();

    private Vector128<double> Doubles => _v.AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes128<T> Of(Vector128<float> v) => new(v.As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes128<T> Of(Vector128<double> v) => new(v.As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> Rotate(Vector128<uint> v, int by) => (v << by) | (v >>> (32 - by));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Rotate(Vector128<ulong> v, int by) => (v << by) | (v >>> (64 - by));
}
