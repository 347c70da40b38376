using System.Numerics;

namespace GenRL.Swarm.Sim.Worlds;

/// <summary>
/// Directions of a lidar's rays, ray i at 2 pi i / count from the fan's own heading, stored x apart from y and padded to whole vectors with
/// copies of ray 0, so that ray casting has no scalar tail: a ray reads the same bits in any fan width.
/// </summary>
internal readonly struct RayFan
{
    private readonly float[] _baseX;
    private readonly float[] _baseY;

    /// <summary>A fan of <paramref name="count"/> rays, heading along x.</summary>
    public RayFan(int count)
    {
        Count = count;
        Padded = (count + Vector<float>.Count - 1) / Vector<float>.Count * Vector<float>.Count;
        (_baseX, _baseY, X, Y) = (new float[Padded], new float[Padded], new float[Padded], new float[Padded]);
        for (var i = 0; i < Padded; i++)
        {
            var (sin, cos) = Math.SinCos(i < count ? Math.Tau * i / count : 0d);
            (_baseX[i], _baseY[i]) = ((float)cos, (float)sin);
        }

        Turn(0f);
    }

    /// <summary>Number of rays.</summary>
    public int Count { get; }

    /// <summary>Length of the arrays: <see cref="Count"/> rounded up to whole vectors.</summary>
    public int Padded { get; }

    /// <summary>x of each unit direction, [Padded].</summary>
    public float[] X { get; }

    /// <summary>y of each unit direction, [Padded].</summary>
    public float[] Y { get; }

    /// <summary>Points ray 0 at <paramref name="heading"/>, radians.</summary>
    public void Turn(float heading)
    {
        var (sin, cos) = MathF.SinCos(heading);
        for (var i = 0; i < Padded; i++)
        {
            X[i] = (cos * _baseX[i]) - (sin * _baseY[i]);
            Y[i] = (sin * _baseX[i]) + (cos * _baseY[i]);
        }
    }
}
