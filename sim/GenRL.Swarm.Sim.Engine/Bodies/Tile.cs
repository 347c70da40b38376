using System.Runtime.CompilerServices;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>Some worlds side by side, one per lane: their bodies, and the numbers that the scenario keeps.</summary>
/// <typeparam name="V">The lanes.</typeparam>
public readonly ref struct Tile<V>
    where V : unmanaged, ILanes<V>
{
    private readonly Span<V> _bodies;
    private readonly Span<V> _memory;

    internal Tile(Span<V> bodies, Span<V> memory, V steps)
    {
        _bodies = bodies;
        _memory = memory;
        Steps = steps;
    }

    /// <summary>Steps that the episode has had, this one not counted.</summary>
    public V Steps { get; }

    /// <summary>Position of a body along x, m.</summary>
    public ref V X(int body) => ref At(body, BodyField.X);

    /// <summary>Position of a body along y, m.</summary>
    public ref V Y(int body) => ref At(body, BodyField.Y);

    /// <summary>Velocity of a body along x, m/s.</summary>
    public ref V VelocityX(int body) => ref At(body, BodyField.VelocityX);

    /// <summary>Velocity of a body along y, m/s.</summary>
    public ref V VelocityY(int body) => ref At(body, BodyField.VelocityY);

    /// <summary>Rotation of a body, rad.</summary>
    public ref V Rotation(int body) => ref At(body, BodyField.Rotation);

    /// <summary>Angular velocity of a body, rad/s.</summary>
    public ref V Spin(int body) => ref At(body, BodyField.Spin);

    /// <summary>A number that the scenario keeps: from <see cref="BodyScenario{V}.Memory"/> many.</summary>
    public ref V Memory(int number) => ref _memory[number];

    /// <summary>Square of the distance between the centres of two bodies, m^2.</summary>
    public V SquaredDistance(int a, int b)
    {
        var (dx, dy) = (X(a) - X(b), Y(a) - Y(b));
        return (dx * dx) + (dy * dy);
    }

    /// <summary>Distance between the centres of two bodies, m.</summary>
    public V Distance(int a, int b) => V.Sqrt(SquaredDistance(a, b));

    internal ref V Cos(int body) => ref At(body, BodyField.Cos);

    internal ref V Sin(int body) => ref At(body, BodyField.Sin);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref V At(int body, int field) => ref _bodies[(body * BodyField.Count) + field];
}
