using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Randomisation;

/// <summary>
/// What a scenario draws when an episode begins, each world for itself. Take every parameter in the scenario's constructor; call
/// <see cref="Begin"/> from <see cref="BodyScenario{V}.Begin"/>.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
public sealed class Draws<V>
    where V : unmanaged, ILanes<V>
{
    private readonly List<Drawn> _drawn = [];
    private readonly MemoryMap _memory;
    private readonly Curriculum _curriculum;
    private readonly int _episodes;

    /// <summary>Draws on the way of <paramref name="curriculum"/>, kept in <paramref name="memory"/>.</summary>
    public Draws(MemoryMap memory, Curriculum curriculum)
    {
        ArgumentNullException.ThrowIfNull(memory);
        ArgumentNullException.ThrowIfNull(curriculum);
        (_memory, _curriculum) = (memory, curriculum.Checked());
        _episodes = curriculum.IsConstant ? -1 : memory.Take(1);
    }

    /// <summary>A parameter drawn from <paramref name="interval"/>, times <paramref name="times"/>.</summary>
    public Parameter<V> Take(Interval interval, double times = 1d)
    {
        if (interval.Low == interval.High || (_curriculum.IsConstant && _curriculum.To == 0d))
        {
            return Parameter<V>.Fixed(interval.Nominal * times);
        }

        var number = _memory.Take(1);
        _drawn.Add(new Drawn(interval, times, number));
        return Parameter<V>.At(number);
    }

    /// <summary>Draws all parameters anew, in the worlds that <paramref name="spawn"/> starts.</summary>
    public void Begin(Tile<V> tile, Spawn<V> spawn)
    {
        var scale = Scale(tile, spawn);
        foreach (var (interval, times, number) in _drawn)
        {
            var drawn = interval.Step > 0d
                ? V.All(interval.Low) + (V.All(interval.Step) * spawn.Choice(interval.Choices))
                : spawn.Uniform(interval.Low, interval.High);
            var nominal = V.All(interval.Nominal);
            spawn.Set(ref tile.Memory(number), (nominal + (scale * (drawn - nominal))) * V.All(times));
        }
    }

    private V Scale(Tile<V> tile, Spawn<V> spawn)
    {
        if (_curriculum.IsConstant)
        {
            return V.All(_curriculum.To);
        }

        var begun = tile.Memory(_episodes);
        var way = V.Min(begun / V.All(_curriculum.Episodes), V.All(1d));
        spawn.Set(ref tile.Memory(_episodes), begun + V.All(1d));
        return V.All(_curriculum.From) + (V.All(_curriculum.To - _curriculum.From) * way);
    }

    private readonly record struct Drawn(Interval Interval, double Times, int Number);
}
