using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Sensors;

/// <summary>Normally distributed numbers from each world's own stream.</summary>
internal static class Noise
{
    /// <summary>Two independent numbers of mean 0 and standard deviation 1 (Box and Muller 1958).</summary>
    public static (V First, V Second) Pair<V>(Tile<V> tile)
        where V : unmanaged, ILanes<V>
    {
        var radius = V.Sqrt(V.All(-2d) * V.Log(V.All(1d) - tile.Uniform()));
        var angle = V.All(Math.Tau) * tile.Uniform();
        return (radius * V.Cos(angle), radius * V.Sin(angle));
    }
}
