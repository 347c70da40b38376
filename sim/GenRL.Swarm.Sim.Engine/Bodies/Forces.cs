using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>What acts on the bodies of a tile.</summary>
/// <typeparam name="V">The lanes.</typeparam>
public readonly ref struct Forces<V>
    where V : unmanaged, ILanes<V>
{
    private readonly Span<V> _values;

    internal Forces(Span<V> values) => _values = values;

    /// <summary>Force on a body along x, N.</summary>
    public ref V X(int body) => ref _values[body * 3];

    /// <summary>Force on a body along y, N.</summary>
    public ref V Y(int body) => ref _values[(body * 3) + 1];

    /// <summary>Torque on a body, N m.</summary>
    public ref V Torque(int body) => ref _values[(body * 3) + 2];

    internal void Clear() => _values.Clear();

    internal void CopyTo(Forces<V> other) => _values.CopyTo(other._values);
}
