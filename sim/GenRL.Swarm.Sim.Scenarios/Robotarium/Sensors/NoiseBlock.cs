using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Sensors;

/// <summary>
/// Normal and uniform numbers for one step of a whole team, sixteen at a time: a hash of (a draw of the world's stream, position), so that a
/// step's noise follows from 64 bits of the stream. 24 random bits each; normal numbers by Box and Muller (1958).
/// </summary>
internal sealed class NoiseBlock
{
    private const int Width = 16;

    // The second half of the counters is the uniform numbers' own.
    private const uint UniformCounters = 0x8000_0000;

    private readonly float[] _normal;
    private readonly float[] _uniform;

    /// <summary>Room for so many numbers.</summary>
    public NoiseBlock(int normal, int uniform)
    {
        // Two vectors of normal numbers come at a time; readers may read one vector beyond the end.
        _normal = new float[RoundUp(normal, 2 * Width) + Width];
        _uniform = new float[RoundUp(uniform, Width) + Width];
        (NormalCount, UniformCount) = (normal, uniform);
    }

    /// <summary>Normal numbers of mean 0 and deviation 1.</summary>
    public ReadOnlySpan<float> Normal => _normal;

    /// <summary>Uniform numbers in [0, 1).</summary>
    public ReadOnlySpan<float> Uniform => _uniform;

    private int NormalCount { get; }

    private int UniformCount { get; }

    /// <summary>Draws all numbers anew.</summary>
    /// <param name="draw">64 bits of the world's stream.</param>
    public void Fill(ulong draw)
    {
        for (var i = 0; i < NormalCount; i += 2 * Width)
        {
            var radius = Vector512.Sqrt(Vector512.Create(-2f) * Vector512.Log(Vector512.Create(1f) - Fraction(draw, (uint)i)));
            var (sin, cos) = Vector512.SinCos(Vector512.Create(MathF.Tau) * Fraction(draw, (uint)(i + Width)));
            (radius * cos).CopyTo(_normal, i);
            (radius * sin).CopyTo(_normal, i + Width);
        }

        for (var i = 0; i < UniformCount; i += Width)
        {
            Fraction(draw, UniformCounters + (uint)i).CopyTo(_uniform, i);
        }
    }

    private static int RoundUp(int count, int multiple) => (count + multiple - 1) / multiple * multiple;

    // Sixteen uniform numbers in [0, 1): the two halves of the draw key two rounds of a 32-bit mixer (Wellons, lowbias32).
    private static Vector512<float> Fraction(ulong draw, uint counter)
    {
        var counters = Vector512.Create(counter) + Vector512<uint>.Indices;
        var bits = Mix(Mix(counters ^ Vector512.Create((uint)draw)) + Vector512.Create((uint)(draw >> 32)));
        return Vector512.ConvertToSingle((bits >>> 8).AsInt32()) * Vector512.Create(1f / (1 << 24));
    }

    private static Vector512<uint> Mix(Vector512<uint> x)
    {
        x = (x ^ (x >>> 16)) * Vector512.Create(0x7FEB_352Du);
        x = (x ^ (x >>> 15)) * Vector512.Create(0x846C_A68Bu);
        return x ^ (x >>> 16);
    }
}
