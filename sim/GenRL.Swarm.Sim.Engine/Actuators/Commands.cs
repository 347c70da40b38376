using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Actuators;

/// <summary>The first thing that happens to what an agent wants.</summary>
public static class Commands
{
    /// <summary>Greater than any command: infinity and NaN are not below it.</summary>
    private const double Huge = 1e30;

    /// <summary>Each number within <paramref name="most"/> to either side; 0, a brake, where it is not finite.</summary>
    public static void Limit<V>(ReadOnlySpan<V> wanted, double most, Span<V> commands)
        where V : unmanaged, ILanes<V>
    {
        for (var i = 0; i < wanted.Length; i++)
        {
            var finite = V.Select(V.Abs(wanted[i]) < V.All(Huge), wanted[i], V.All(0d));
            commands[i] = V.Min(V.Max(finite, V.All(-most)), V.All(most));
        }
    }
}
