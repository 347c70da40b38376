namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>Hands out a scenario's numbers of memory to the parts that it is made of: each takes some, one part after the other.</summary>
public sealed class MemoryMap
{
    /// <summary>Numbers handed out: <see cref="BodyScenario{V}.Memory"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Hands out <paramref name="count"/> numbers that lie side by side, and says which is the first.</summary>
    public int Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var first = Count;
        Count += count;
        return first;
    }
}
