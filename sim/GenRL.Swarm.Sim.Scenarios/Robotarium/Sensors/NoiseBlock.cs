using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Sensors;

/// <summary>
/// Normal and uniform numbers for one step of a whole team, sixteen at a time: a hash of (a draw of the world's stream, position), so that a
/// step's noise follows from 64 bits of the stream, on every machine alike. Normal numbers by Box and Muller (1958), good to six digits.
/// </summary>
internal sealed class NoiseBlock
{
    private const int Width = 16;

    // The second half of the counters is the uniform numbers' own.
    private const uint UniformCounters = 0x8000_0000;

    // Tells the hash of a pair's angle from that of its radius.
    private const uint AngleKey = 0x9E37_79B9;

    private readonly float[] _normal;
    private readonly float[] _uniform;
    private readonly int _normalCount;
    private readonly int _uniformCount;

    /// <summary>Room for so many numbers.</summary>
    public NoiseBlock(int normal, int uniform)
    {
        // Two vectors of normal numbers come at a time; readers may read one vector beyond the end.
        _normal = new float[RoundUp(normal, 2 * Width) + Width];
        _uniform = new float[RoundUp(uniform, Width) + Width];
        (_normalCount, _uniformCount) = (normal, uniform);
    }

    /// <summary>Normal numbers of mean 0 and deviation 1.</summary>
    public ReadOnlySpan<float> Normal => _normal;

    /// <summary>Uniform numbers in [0, 1).</summary>
    public ReadOnlySpan<float> Uniform => _uniform;

    /// <summary>Draws all numbers anew.</summary>
    /// <param name="draw">64 bits of the world's stream.</param>
    public void Fill(ulong draw)
    {
        var (normal, uniform) = (_normal, _uniform);
        for (var i = 0; i < _normalCount; i += 2 * Width)
        {
            var hash = Hash(draw, (uint)i);
            var radius = Radius(Mix(hash));
            var (first, second) = Direction(Mix(hash ^ Vector512.Create(AngleKey)));
            (radius * first).CopyTo(normal, i);
            (radius * second).CopyTo(normal, i + Width);
        }

        for (var i = 0; i < _uniformCount; i += Width)
        {
            var bits = Mix(Hash(draw, UniformCounters + (uint)i)) >>> 8;
            (Vector512.ConvertToSingle(bits.AsInt32()) * Vector512.Create(1f / (1 << 24))).CopyTo(uniform, i);
        }
    }

    private static int RoundUp(int count, int multiple) => (count + multiple - 1) / multiple * multiple;

    // The draw's halves key two rounds of a 32-bit mixer; this is the first.
    private static Vector512<uint> Hash(ulong draw, uint counter) =>
        Mix((Vector512.Create(counter) + Vector512<uint>.Indices) ^ Vector512.Create((uint)draw)) + Vector512.Create((uint)(draw >> 32));

    // Wellons' lowbias32.
    private static Vector512<uint> Mix(Vector512<uint> x)
    {
        x = (x ^ (x >>> 16)) * Vector512.Create(0x7FEB_352Du);
        x = (x ^ (x >>> 15)) * Vector512.Create(0x846C_A68Bu);
        return x ^ (x >>> 16);
    }

    // sqrt(-2 ln u) of u = k / 2^24, k = 1 ... 2^24. The logarithm of k's mantissa in [sqrt(1/2), sqrt(2)) by Cephes' polynomial (Moshier, logf).
    private static Vector512<float> Radius(Vector512<uint> bits)
    {
        const uint RootOfHalf = 0x3F35_04F3;
        var k = Vector512.ConvertToSingle(((bits >>> 8) + Vector512<uint>.One).AsInt32()).AsUInt32() - Vector512.Create(RootOfHalf);
        var exponent = Vector512.ConvertToSingle(k.AsInt32() >> 23);
        var t = ((k & Vector512.Create(0x007F_FFFFu)) + Vector512.Create(RootOfHalf)).AsSingle() - Vector512<float>.One;
        var p = Vector512.Create(7.0376836292e-2f);
        p = Vector512.FusedMultiplyAdd(p, t, Vector512.Create(-1.1514610310e-1f));
        p = Vector512.FusedMultiplyAdd(p, t, Vector512.Create(1.1676998740e-1f));
        p = Vector512.FusedMultiplyAdd(p, t, Vector512.Create(-1.2420140846e-1f));
        p = Vector512.FusedMultiplyAdd(p, t, Vector512.Create(1.4249322787e-1f));
        p = Vector512.FusedMultiplyAdd(p, t, Vector512.Create(-1.6668057665e-1f));
        p = Vector512.FusedMultiplyAdd(p, t, Vector512.Create(2.0000714765e-1f));
        p = Vector512.FusedMultiplyAdd(p, t, Vector512.Create(-2.4999993993e-1f));
        p = Vector512.FusedMultiplyAdd(p, t, Vector512.Create(3.3333331174e-1f));
        p = Vector512.FusedMultiplyAdd(p, t, Vector512.Create(-0.5f));
        var mantissa = Vector512.FusedMultiplyAdd(p * t, t, t);
        var logarithm = Vector512.FusedMultiplyAdd(exponent - Vector512.Create(24f), Vector512.Create(0.693147181f), mantissa);
        return Vector512.Sqrt(Vector512.Create(-2f) * logarithm);
    }

    // A point of the unit circle: an axis by two bits, and an angle of up to pi/4 to either side of it by thirty (Cephes' sinf and cosf).
    private static (Vector512<float> First, Vector512<float> Second) Direction(Vector512<uint> bits)
    {
        var angle = Vector512.ConvertToSingle((bits << 2).AsInt32()) * Vector512.Create(MathF.PI / 2f / 4294967296f);
        var z = angle * angle;
        var sin = Vector512.FusedMultiplyAdd(Vector512.Create(-1.9515295891e-4f), z, Vector512.Create(8.3321608736e-3f));
        sin = Vector512.FusedMultiplyAdd(sin, z, Vector512.Create(-1.6666654611e-1f));
        sin = Vector512.FusedMultiplyAdd(sin * z, angle, angle);
        var cos = Vector512.FusedMultiplyAdd(Vector512.Create(2.443315711809948e-5f), z, Vector512.Create(-1.388731625493765e-3f));
        cos = Vector512.FusedMultiplyAdd(cos, z, Vector512.Create(4.166664568298827e-2f));
        cos = Vector512.FusedMultiplyAdd(cos, z, Vector512.Create(-0.5f));
        cos = Vector512.FusedMultiplyAdd(cos, z, Vector512<float>.One);
        var axis = (cos.AsUInt32() ^ (bits & Vector512.Create(0x8000_0000u))).AsSingle();
        var other = Vector512.LessThan((bits << 1).AsInt32(), Vector512<int>.Zero).AsSingle();
        return (Vector512.ConditionalSelect(other, sin, axis), Vector512.ConditionalSelect(other, axis, sin));
    }
}
