using System.Numerics;
using System.Runtime.CompilerServices;

namespace GenRL.Swarm.Sim.Dynamics;

/// <summary>
/// A robot that moves in any direction: dv/dt = (s - v) / tau, dp/dt = v, with s the settled velocity G u + bias. The one place where
/// this arithmetic is written: single and batched worlds both call it, hence they agree bit for bit.
/// </summary>
internal static class HolonomicLag
{
    /// <summary>One step towards the settled velocity <paramref name="settled"/>, metres per second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Step(in LagCoefficients lag, Vector2 settled, ref Vector2 position, ref Vector2 velocity)
    {
        var excess = velocity - settled;
        position += (settled * lag.Dt) + (excess * lag.Coast);
        velocity = settled + (excess * lag.Decay);
    }
}
