using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Engine.Lanes;

/// <summary>Lanes in a vector of 512 bits.</summary>
/// <typeparam name="T">float or double.</typeparam>
public readonly struct Lanes512<T> : ILanes<Lanes512<T>>
    where T : unmanaged
{
    private readonly Vector512<T> _v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Lanes512(Vector512<T> v) => _v = v;

    /// <inheritdoc/>
    public static int Count => Vector512<T>.Count;

    /// <inheritdoc/>
    public static bool IsSingle => typeof(T) == typeof(float);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> All(double value) => IsSingle ? Of(Vector512.Create((float)value)) : Of(Vector512.Create(value));

    /// <inheritdoc/>
    public static double Get(Lanes512<T> value, int lane) => IsSingle ? value.Singles.GetElement(lane) : value.Doubles.GetElement(lane);

    /// <inheritdoc/>
    public static Lanes512<T> With(Lanes512<T> value, int lane, double laneValue) =>
        IsSingle ? Of(value.Singles.WithElement(lane, (float)laneValue)) : Of(value.Doubles.WithElement(lane, laneValue));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(ReadOnlySpan<float> values)
    {
        if (IsSingle)
        {
            return Of(Vector512.Create(values));
        }

        var wide = default(Lanes512<T>);
        for (var lane = 0; lane < Count; lane++)
        {
            wide = With(wide, lane, values[lane]);
        }

        return wide;
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512<T> value, Span<float> values)
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
    public static Lanes512<T> operator +(Lanes512<T> a, Lanes512<T> b) => new(a._v + b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> a, Lanes512<T> b) => new(a._v - b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> a, Lanes512<T> b) => new(a._v * b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator /(Lanes512<T> a, Lanes512<T> b) => new(a._v / b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator &(Lanes512<T> a, Lanes512<T> b) => new(a._v & b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator |(Lanes512<T> a, Lanes512<T> b) => new(a._v | b._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> a) => new(-a._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator ~(Lanes512<T> a) => new(~a._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator <(Lanes512<T> a, Lanes512<T> b) => new(Vector512.LessThan(a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator >(Lanes512<T> a, Lanes512<T> b) => new(Vector512.GreaterThan(a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator <=(Lanes512<T> a, Lanes512<T> b) => new(Vector512.LessThanOrEqual(a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator >=(Lanes512<T> a, Lanes512<T> b) => new(Vector512.GreaterThanOrEqual(a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Select(Lanes512<T> mask, Lanes512<T> yes, Lanes512<T> no) =>
        new(Vector512.ConditionalSelect(mask._v, yes._v, no._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Any(Lanes512<T> mask) => mask._v.AsByte() != Vector512<byte>.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Bits(Lanes512<T> mask) => (uint)Vector512.ExtractMostSignificantBits(mask._v);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Min(Lanes512<T> a, Lanes512<T> b) => new(Vector512.ConditionalSelect(Vector512.LessThan(a._v, b._v), a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Max(Lanes512<T> a, Lanes512<T> b) => new(Vector512.ConditionalSelect(Vector512.GreaterThan(a._v, b._v), a._v, b._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Abs(Lanes512<T> a) => new(Vector512.Abs(a._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sqrt(Lanes512<T> a) => new(Vector512.Sqrt(a._v));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Floor(Lanes512<T> a) => IsSingle ? Of(Vector512.Floor(a.Singles)) : Of(Vector512.Floor(a.Doubles));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Exp(Lanes512<T> a) => IsSingle ? Of(Vector512.Exp(a.Singles)) : Of(Vector512.Exp(LaneMath.Exponent(a).Doubles));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Log(Lanes512<T> a) => IsSingle ? Of(Vector512.Log(a.Singles)) : Of(Vector512.Log(a.Doubles));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sin(Lanes512<T> a) => LaneMath.Sin(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Cos(Lanes512<T> a) => LaneMath.Cos(a);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> NextUniform(ref Lanes512<T> state0, ref Lanes512<T> state1)
    {
        if (IsSingle)
        {
            var (a, b) = (state0._v.AsUInt32(), state1._v.AsUInt32());
            var bits = a * 0x9E37_79BBu;
            b ^= a;
            state0 = new((Rotate(a, 26) ^ b ^ (b << 9)).As<uint, T>());
            state1 = new(Rotate(b, 13).As<uint, T>());
            return Of(((bits >>> 9) | Vector512.Create(0x3F80_0000u)).AsSingle() - Vector512.Create(1f));
        }

        var (c, d) = (state0._v.AsUInt64(), state1._v.AsUInt64());
        var wide = c + d;
        d ^= c;
        state0 = new((Rotate(c, 24) ^ d ^ (d << 16)).As<ulong, T>());
        state1 = new(Rotate(d, 37).As<ulong, T>());
        return Of(((wide >>> 12) | Vector512.Create(0x3FF0_0000_0000_0000ul)).AsDouble() - Vector512.Create(1d));
    }

    /// <inheritdoc/>
    public static void Seed(ref Lanes512<T> state0, ref Lanes512<T> state1, int lane, ulong bits0, ulong bits1)
    {
        // Not both words zero: the one state from which the generators never come away.
        if (IsSingle)
        {
            MemoryMarshal.Cast<Lanes512<T>, uint>(MemoryMarshal.CreateSpan(ref state0, 1))[lane] = (uint)bits0 | 1u;
            MemoryMarshal.Cast<Lanes512<T>, uint>(MemoryMarshal.CreateSpan(ref state1, 1))[lane] = (uint)bits1;
        }
        else
        {
            MemoryMarshal.Cast<Lanes512<T>, ulong>(MemoryMarshal.CreateSpan(ref state0, 1))[lane] = bits0 | 1ul;
            MemoryMarshal.Cast<Lanes512<T>, ulong>(MemoryMarshal.CreateSpan(ref state1, 1))[lane] = bits1;
        }
    }

    private Vector512<float> Singles => _v.AsSingle();

    private Vector512<double> Doubles => _v.AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes512<T> Of(Vector512<float> v) => new(v.As<float, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Lanes512<T> Of(Vector512<double> v) => new(v.As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Rotate(Vector512<uint> v, int by) => (v << by) | (v >>> (32 - by));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<ulong> Rotate(Vector512<ulong> v, int by) => (v << by) | (v >>> (64 - by));
}
