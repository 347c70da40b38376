using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Crowds;

/// <summary>
/// Finds the robots near a point of a square world in time that does not grow with the world: robots sorted by square cells, so that a row of three
/// cells is one stretch of memory, tested a vector at a time. Building is linear. Results come in the order of cells, then of indices.
/// </summary>
/// <typeparam name="V">Lanes of float32: neighbours side by side.</typeparam>
public sealed class NeighbourGrid<V>
    where V : unmanaged, ILanes<V>
{
    // By so much cells are wider than the reach, so that rounding never puts two robots in reach of each other two cells apart.
    private const float Slack = 1.001f;

    private readonly float _half;
    private readonly float _reach;
    private readonly float _perCell;
    private readonly int _side;
    private readonly int[] _starts;
    private readonly int[] _cells;
    private readonly int[] _order;
    private readonly float[] _x;
    private readonly float[] _y;

    /// <summary>A grid over the square of side <paramref name="side"/> about the origin.</summary>
    /// <param name="robots">Number of robots.</param>
    /// <param name="side">Of the world, m; robots outside count to the cells at its rim.</param>
    /// <param name="reach">Greatest distance that is asked for, m.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no robot, or a length is not a positive number.</exception>
    public NeighbourGrid(int robots, float side, float reach)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(robots);
        ThrowIfNotPositive(side, nameof(side));
        ThrowIfNotPositive(reach, nameof(reach));
        _reach = reach;

        // More cells than robots would only be swept, never used.
        _side = Math.Clamp((int)(side / (reach * Slack)), 1, Math.Max(1, (int)MathF.Sqrt(robots)));
        _half = side / 2f;
        _perCell = _side / side;
        _starts = new int[(_side * _side) + 1];
        _cells = new int[robots];
        _order = new int[robots];
        _x = new float[robots + V.Count];
        _y = new float[robots + V.Count];
    }

    /// <summary>Sorts the robots by where they are.</summary>
    /// <param name="x">Positions, m.</param>
    /// <param name="y">Positions, m.</param>
    public void Build(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        Array.Clear(_starts);
        for (var i = 0; i < _cells.Length; i++)
        {
            _cells[i] = (Cell(y[i]) * _side) + Cell(x[i]);
            _starts[_cells[i] + 1]++;
        }

        for (var cell = 0; cell < _side * _side; cell++)
        {
            _starts[cell + 1] += _starts[cell];
        }

        // Placing moves each start to its cell's end, which is the next cell's start: shift back by one afterwards.
        for (var i = 0; i < _cells.Length; i++)
        {
            var place = _starts[_cells[i]]++;
            (_order[place], _x[place], _y[place]) = (i, x[i], y[i]);
        }

        Array.Copy(_starts, 0, _starts, 1, _side * _side);
        _starts[0] = 0;
    }

    /// <summary>Finds the robots within <paramref name="reach"/> of (x, y), one that stands there included.</summary>
    /// <param name="x">m.</param>
    /// <param name="y">m.</param>
    /// <param name="reach">m; no more than the grid was made for.</param>
    /// <param name="found">Written; as long as there are robots.</param>
    /// <returns>How many were found.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The reach is more than the grid was made for.</exception>
    public int Find(float x, float y, float reach, Span<int> found)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reach, _reach);
        var (column, row) = (Cell(x), Cell(y));
        var (first, last) = (Math.Max(column - 1, 0), Math.Min(column + 1, _side - 1));
        var count = 0;
        for (var r = Math.Max(row - 1, 0); r <= Math.Min(row + 1, _side - 1); r++)
        {
            count = Test(_starts[(r * _side) + first], _starts[(r * _side) + last + 1], x, y, reach, found, count);
        }

        return count;
    }

    private int Test(int start, int end, float x, float y, float reach, Span<int> found, int count)
    {
        var (atX, atY, squared) = (V.All(x), V.All(y), V.All(reach * reach));
        for (var i = start; i < end; i += V.Count)
        {
            var (dx, dy) = (V.Load(_x.AsSpan(i)) - atX, V.Load(_y.AsSpan(i)) - atY);
            var bits = V.Bits((dx * dx) + (dy * dy) <= squared) & (uint)((1L << Math.Min(end - i, V.Count)) - 1);
            for (; bits != 0; bits &= bits - 1)
            {
                found[count++] = _order[i + System.Numerics.BitOperations.TrailingZeroCount(bits)];
            }
        }

        return count;
    }

    private static void ThrowIfNotPositive(float length, string name)
    {
        if (!(length > 0f && float.IsFinite(length)))
        {
            throw new ArgumentOutOfRangeException(name, length, "must be a positive number");
        }
    }

    private int Cell(float at) => Math.Clamp((int)((at + _half) * _perCell), 0, _side - 1);
}
