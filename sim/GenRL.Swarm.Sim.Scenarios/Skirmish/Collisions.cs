using System.Runtime.Intrinsics;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>
/// Pushes living units that overlap apart: each of two moves by half of d (R / (|d| + 1e-6) - 1), d the way from the other's centre to its own and R the
/// sum of the radii; several pushes add. All pushes are from the positions before.
/// </summary>
/// <remarks>
/// Pairs are taken eight at a time: a block of units against another, or against itself, turned by some places. Turned blocks are read from memory in
/// which each block lies twice, one after the other.
/// </remarks>
internal sealed class Collisions(int padded)
{
    // Where the dead are put for the others' sake, apart from each other: nobody touches them there, and squares of distances are still numbers.
    private const float Away = 1e9f;
    private const float Apart = 1e6f;

    private static readonly Vector256<int>[] Turns =
        [.. Enumerable.Range(0, Units.Block).Select(turn => (Vector256<int>.Indices + Vector256.Create(turn)) & Vector256.Create(Units.Block - 1))];

    private readonly float[] _x = new float[2 * padded];
    private readonly float[] _y = new float[2 * padded];
    private readonly float[] _radius = new float[2 * padded];
    private readonly float[] _pushX = new float[padded];
    private readonly float[] _pushY = new float[padded];

    /// <summary>One round of pushes.</summary>
    public void Separate(Units units)
    {
        for (var i = 0; i < padded; i += Units.Block)
        {
            Place(units, i);
        }

        var touched = false;
        for (var i = 0; i < padded; i += Units.Block)
        {
            touched |= Push(i, i, 1, Units.Block / 2);
            for (var j = i + Units.Block; j < padded; j += Units.Block)
            {
                touched |= Push(i, j, 0, Units.Block - 1);
            }
        }

        if (touched)
        {
            Shift(units);
        }
    }

    private void Place(Units units, int i)
    {
        var alive = Vector256.GreaterThan(Units.Load(units.Health, i), Vector256<float>.Zero);
        var away = Vector256.Create(Away) + ((Vector256<float>.Indices + Vector256.Create((float)i)) * Apart);
        Double(Vector256.ConditionalSelect(alive, Units.Load(units.X, i), away), _x, i);
        Double(Vector256.ConditionalSelect(alive, Units.Load(units.Y, i), away), _y, i);
        Double(Units.Load(units.Radius, i), _radius, i);
    }

    // Each unit k of block i against unit k + turn of block j, for all of these turns.
    private bool Push(int i, int j, int first, int last)
    {
        var (x, y, radius) = (Units.Load(_x, 2 * i), Units.Load(_y, 2 * i), Units.Load(_radius, 2 * i));
        var (pushX, pushY) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var touched = false;
        for (var turn = first; turn <= last; turn++)
        {
            var (dx, dy) = (x - Units.Load(_x, (2 * j) + turn), y - Units.Load(_y, (2 * j) + turn));
            var reach = radius + Units.Load(_radius, (2 * j) + turn);
            var square = (dx * dx) + (dy * dy);
            if (!Vector256.LessThanAny(square, reach * reach))
            {
                continue;
            }

            touched = true;
            var overlap = Vector256.MaxNative((reach / (Vector256.Sqrt(square) + Vector256.Create(1e-6f))) - Vector256<float>.One, Vector256<float>.Zero);
            (dx, dy) = (dx * overlap, dy * overlap);
            (pushX, pushY) = (pushX + dx, pushY + dy);
            if (i != j || turn < Units.Block / 2)
            {
                // Half a turn of a block against itself has each pair from both sides; else the other side is still to be pushed.
                var back = Turns[-turn & (Units.Block - 1)];
                Add(_pushX, j, -Vector256.ShuffleNative(dx, back));
                Add(_pushY, j, -Vector256.ShuffleNative(dy, back));
            }
        }

        if (touched)
        {
            Add(_pushX, i, pushX);
            Add(_pushY, i, pushY);
        }

        return touched;
    }

    private void Shift(Units units)
    {
        var half = Vector256.Create(0.5f);
        for (var i = 0; i < padded; i += Units.Block)
        {
            Add(units.X, i, Units.Load(_pushX, i) * half);
            Add(units.Y, i, Units.Load(_pushY, i) * half);
            Units.Store(Vector256<float>.Zero, _pushX, i);
            Units.Store(Vector256<float>.Zero, _pushY, i);
        }
    }

    private static void Add(float[] sums, int i, Vector256<float> values) => Units.Store(Units.Load(sums, i) + values, sums, i);

    private static void Double(Vector256<float> values, float[] array, int i)
    {
        Units.Store(values, array, 2 * i);
        Units.Store(values, array, (2 * i) + Units.Block);
    }
}
