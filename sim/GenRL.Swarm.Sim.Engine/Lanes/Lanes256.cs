using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Engine.Lanes;

/// <summary>Lanes in a vector of 256 bits.</summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly struct Lanes256<T> : ILanes<Lanes256<T>>
    where T : unmanaged
{
    private readonly Vector256<T> _v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes256(Vector256<T> v) => _v = v;

    /// <inheritdoc/>
    public static int Count => Vector256<T>.Count;

    /// <inheritdoc/>
    public static bool IsSingle => typeof(T) == typeof(float);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> All(double value) => IsSingle ? Of(Vector256.Create((float)value)) : Of(Vector256.Create(value));

    /// <inheritdoc/>
    public static double Get(Lanes256<T> value, int lane) => IsSingle ? value.Singles.GetElement(lane) : value.Doubles.GetElement(lane);

    /// <inheritdoc/>
    public static Lanes256<T> With(Lanes256<T> value, int lane, double laneValue) =>
        IsSingle ? Of(value.Singles.WithElement(lane, (float)laneValue)) : Of(value.Doubles.WithElement(lane, laneValue));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(ReadOnlySpan<float> values)
    {
        if (IsSingle)
        {
            return Of(Vector256.Create(values));
        }

        var wide = default(Lanes256<T>);
        for (var lane = 0; lane < Count; lane++)
        {
            wide = With(wide, lane, values[lane]);
        }

        return wide;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256<T> value, Span<float> values)
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
    public static Lanes256<T> operator +(Lanes256<T> a, Lanes256<T> b) => new(a._v + b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> a, Lanes256<T> b) => new(a._v - b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> a, Lanes256<T> b) => new(a._v * b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator /(Lanes256<T> a, Lanes256<T> b) => new(a._v / b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator &(Lanes256<T> a, Lanes256<T> b) => new(a._v & b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator |(Lanes256<T> a, Lanes256<T> b) => new(a._v | b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> a) => new(-a._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator ~(Lanes256<T> a) => new(~a._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator <(Lanes256<T> a, Lanes256<T> b) => new(Vector256.LessThan(a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator >(Lanes256<T> a, Lanes256<T> b) => new(Vector256.GreaterThan(a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator <=(Lanes256<T> a, Lanes256<T> b) => new(Vector256.LessThanOrEqual(a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator >=(Lanes256<T> a, Lanes256<T> b) => new(Vector256.GreaterThanOrEqual(a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Select(Lanes256<T> mask, Lanes256<T> yes, Lanes256<T> no) =>
        new(Vector256.ConditionalSelect(mask._v, yes._v, no._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lanes256<T> mask) => mask._v.AsByte() != Vector256<byte>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lanes256<T> mask) => (uint)Vector256.ExtractMostSignificantBits(mask._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Min(Lanes256<T> a, Lanes256<T> b) => new(Vector256.ConditionalSelect(Vector256.LessThan(a._v, b._v), a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Max(Lanes256<T> a, Lanes256<T> b) => new(Vector256.ConditionalSelect(Vector256.GreaterThan(a._v, b._v), a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Abs(Lanes256<T> a) => new(Vector256.Abs(a._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sqrt(Lanes256<T> a) => new(Vector256.Sqrt(a._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Floor(Lanes256<T> a) => IsSingle ? Of(Vector256.Floor(a.Singles)) : Of(Vector256.Floor(a.Doubles));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Exp(Lanes256<T> a) => IsSingle ? Of(Vector256.Exp(a.Singles)) : Of(Vector256.Exp(LaneMath.Exponent(a).Doubles));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Log(Lanes256<T> a) => IsSingle ? Of(Vector256.Log(a.Singles)) : Of(Vector256.Log(a.Doubles));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sin(Lanes256<T> a) => LaneMath.Sin(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Cos(Lanes256<T> a) => LaneMath.Cos(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> NextUniform(ref Lanes256<T> state0, ref Lanes256<T> state1)
    {
        if (IsSingle)
        {
            var (a, b) = (state0._v.AsUInt32(), state1._v.AsUInt32());
            var bits = a * 0x9E37_79BBu;
            b ^= a;
            state0 = new((Rotate(a, 26) ^ b ^ (b << 9)).As<uint, T>());
            state1 = new(Rotate(b, 13).As<uint, T>());
            return Of(((bits >>> 9) | Vector256.Create(0x3F80_0000u)).AsSingle() - Vector256.Create(1f));
        }

        var (c, d) = (state0._v.AsUInt64(), state1._v.AsUInt64());
        var wide = c + d;
        d ^= c;
        state0 = new((Rotate(c, 24) ^ d ^ (d << 16)).As<ulong, T>());
        state1 = new(Rotate(d, 37).As<ulong, T>());
        return Of(((wide >>> 12) | Vector256.Create(0x3FF0_0000_0000_0000ul)).AsDouble() - Vector256.Create(1d));
    }

    /// <inheritdoc/>
    public static void Seed(ref Lanes256<T> state0, ref Lanes256<T> state1, int lane, ulong bits0, ulong bits1)
    {
        // Not both words zero: the one state from which the generators never come away.
        if (IsSingle)
        {
            MemoryMarshal.Cast<Lanes256<T>, uint>(MemoryMarshal.CreateSpan(ref state0, 1))[lane] = (uint)bits0 | 1u;
            MemoryMarshal.Cast<Lanes256<T>, uint>(MemoryMarshal.CreateSpan(ref state1, 1))[lane] = (uint)bits1;
        }
        else
        {
            MemoryMarshal.Cast<Lanes256<T>, ulong>(MemoryMarshal.CreateSpan(ref state0, 1))[lane] = bits0 | 1ul;
            MemoryMarshal.Cast<Lanes256<T>, ulong>(MemoryMarshal.CreateSpan(ref state1, 1))[lane] = bits1;
        }
    }

    private Vector256<float> Singles => _v.AsSingle();

    private Vector256<double> Doubles => _v.AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes256<T> Of(Vector256<float> v) => new(v.As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes256<T> Of(Vector256<double> v) => new(v.As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Rotate(Vector256<uint> v, int by) => (v << by) | (v >>> (32 - by));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ulong> Rotate(Vector256<ulong> v, int by) => (v << by) | (v >>> (64 - by));
}
