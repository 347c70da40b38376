using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Randomisation;

/// <summary>A number of a model: the same in all worlds, or each world's own, drawn when an episode begins (<see cref="Draws{V}"/>). The default is 0.</summary>
/// <typeparam name="V">The lanes.</typeparam>
public readonly struct Parameter<V>
    where V : unmanaged, ILanes<V>
{
    private readonly V _value;

    // Where in memory it lies, plus one; 0 for a number that is not drawn.
    private readonly int _place;

    private Parameter(V value, int place)
    {
        _value = value;
        _place = place;
    }

    /// <summary>Whether it is 0 in every world and episode: what it scales need not be computed.</summary>
    public bool IsNil => _place == 0 && !V.Any((_value > V.All(0d)) | (_value < V.All(0d)));

    /// <summary>The same in every world and episode.</summary>
    public static Parameter<V> Fixed(double value) => new(V.All(value), 0);

    /// <summary>Its value in each world of a tile.</summary>
    public V In(Tile<V> tile) => _place == 0 ? _value : tile.Memory(_place - 1);

    internal static Parameter<V> At(int number) => new(default, number + 1);
}
