using System.Runtime.CompilerServices;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>Normally distributed numbers from each world's own stream.</summary>
internal static class Noise
{
    /// <summary>
    /// Two independent numbers of mean 0 and standard deviation 1 (Box and Muller 1958). Their direction is a random one: sine and cosine of a quarter of its angle
    /// by their series, then of the double twice, are right to 1e-6, and cost a fraction of exact ones.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (V First, V Second) Pair<V>(Tile<V> tile)
        where V : unmanaged, ILanes<V>
    {
        var (one, two) = (V.All(1d), V.All(2d));
        var radius = V.Sqrt(V.All(-2d) * V.Log(one - tile.Uniform()));
        var quarter = (tile.Uniform() - V.All(0.5)) * V.All(Math.PI / 2d);
        var squared = quarter * quarter;
        var sin = quarter * (one - (squared * V.All(1d / 6d) * (one - (squared * V.All(1d / 20d) * (one - (squared * V.All(1d / 42d)))))));
        var cos = one - (squared * V.All(0.5) * (one - (squared * V.All(1d / 12d) * (one - (squared * V.All(1d / 30d) * (one - (squared * V.All(1d / 56d))))))));
        (sin, cos) = (two * sin * cos, one - (two * sin * sin));
        return (radius * (one - (two * sin * sin)), radius * two * sin * cos);
    }
}
