using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenRL.Swarm.Sim.Dynamics;

/// <summary>A dead zone that joins without a jump: nothing up to the width, then the excess over it. Width 0 returns its input, bit for bit.</summary>
internal static class DeadZone
{
    /// <summary><paramref name="value"/> drawn towards zero by <paramref name="width"/>, at most to zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Apply(float value, float width) => MathF.CopySign(MathF.Max(MathF.Abs(value) - width, 0f), value);

    /// <summary>Each axis of <paramref name="value"/> on its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector2 Apply(Vector2 value, float width) => new(Apply(value.X, width), Apply(value.Y, width));
}
