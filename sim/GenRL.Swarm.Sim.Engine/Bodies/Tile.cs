using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>Some worlds side by side, one per lane: their bodies, and the numbers that the scenario keeps.</summary>
/// <typeparam name="V">The lanes.</typeparam>
public readonly ref struct Tile<V>
    where V : unmanaged, ILanes<V>
{
    // Two words, so that a tile travels in registers: [steps, stream, bodies, memory].
    private readonly ref V _numbers;
    private readonly int _bodyNumbers;
    private readonly int _memory;

    internal Tile(Span<V> numbers, int bodies)
    {
        _numbers = ref MemoryMarshal.GetReference(numbers);
        _bodyNumbers = bodies * BodyField.Count;
        _memory = numbers.Length - BodyField.First - _bodyNumbers;
        Debug.Assert(numbers.Length >= BodyField.First + _bodyNumbers, "a tile holds its steps and its bodies");
    }

    /// <summary>Steps that the episode has had, this one not counted.</summary>
    public V Steps => _numbers;

    /// <summary>A number from [0, 1) of each world's own stream: for noise in what is done and seen.</summary>
    public V Uniform() => V.NextUniform(ref Stream0, ref Stream1);

    /// <summary>A number of mean 0 and standard deviation 1 of each world's own stream (Box and Muller 1958, one number from two).</summary>
    public V Gaussian()
    {
        var radius = V.Sqrt(V.All(-2d) * V.Log(V.All(1d) - Uniform()));
        return radius * V.Cos(V.All(Math.Tau) * Uniform());
    }

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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref V Memory(int number)
    {
        if ((uint)number >= (uint)_memory)
        {
            ThrowNoNumber(number);
        }

        return ref Unsafe.Add(ref _numbers, BodyField.First + _bodyNumbers + number);
    }

    /// <summary>Square of the distance between the centres of two bodies, m^2.</summary>
    public V SquaredDistance(int a, int b)
    {
        var (dx, dy) = (X(a) - X(b), Y(a) - Y(b));
        return (dx * dx) + (dy * dy);
    }

    /// <summary>Distance between the centres of two bodies, m.</summary>
    public V Distance(int a, int b) => V.Sqrt(SquaredDistance(a, b));

    /// <summary>Square of the distance between a body's centre and the outline of a box, m^2.</summary>
    public V SquaredGap(int point, int body, BodyShape.Box box) => Nearest.PointBox(this, new(X(point), Y(point)), body, box).Squared;

    /// <summary>Square of the distance between a line and the outline of a box, m^2.</summary>
    public V SquaredGap(int body, BodyShape.Line line, int other, BodyShape.Box box) =>
        Nearest.EdgeBox(this, Nearest.Edge(this, body, line), other, box).Squared;

    /// <summary>Cosine of the rotation of a line or a box.</summary>
    public ref V Cos(int body) => ref At(body, BodyField.Cos);

    /// <summary>Sine of the rotation of a line or a box.</summary>
    public ref V Sin(int body) => ref At(body, BodyField.Sin);

    internal ref V Stream0 => ref Unsafe.Add(ref _numbers, 1);

    internal ref V Stream1 => ref Unsafe.Add(ref _numbers, 2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref V At(int body, int field)
    {
        var index = (body * BodyField.Count) + field;
        if ((uint)index >= (uint)_bodyNumbers)
        {
            ThrowNoBody(body);
        }

        return ref Unsafe.Add(ref _numbers, BodyField.First + index);
    }

    [DoesNotReturn]
    private static void ThrowNoBody(int body) => throw new ArgumentOutOfRangeException(nameof(body), body, "there is no such body");

    [DoesNotReturn]
    private static void ThrowNoNumber(int number) =>
        throw new ArgumentOutOfRangeException(nameof(number), number, "the scenario keeps no such number");
}
