using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>What leaving the arena costs.</summary>
internal static class Bound
{
    /// <summary>Nil up to 0.9 m, then 10 per metre, from 1 m on exponential, up to 10.</summary>
    /// <param name="coordinate">One coordinate of an agent, m.</param>
    public static V Of<V>(V coordinate)
        where V : unmanaged, ILanes<V>
    {
        var x = V.Abs(coordinate);
        var inner = x < V.All(0.9);
        if (!V.Any(~inner))
        {
            return V.All(0d);
        }

        var ramp = (x - V.All(0.9)) * V.All(10d);
        var outer = V.Min(V.Exp((V.All(2d) * x) - V.All(2d)), V.All(10d));
        return V.Select(inner, V.All(0d), V.Select(x < V.All(1d), ramp, outer));
    }
}
