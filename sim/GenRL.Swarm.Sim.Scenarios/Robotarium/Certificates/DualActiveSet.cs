namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

/// <summary>
/// The nearest velocities that satisfy linear inequalities: minimises sum |v_i - w_i|^2 subject to <see cref="SparseRow"/>s, which need not be
/// known beforehand. The caller looks for a row that the present velocities violate and has it enforced, until there is none. Exact to rounding;
/// all memory is its own and grows to the most active rows met. Not thread-safe.
/// </summary>
/// <remarks>
/// The dual active-set method of Goldfarb and Idnani (A numerically stable dual method for solving strictly convex quadratic programs,
/// Mathematical Programming 27, 1983) for the identity as Hessian: all it needs is the Cholesky factor of the active rows' Gram matrix, which
/// grows and shrinks with them. A block-diagonal Hessian is brought to the identity by a change of variables.
/// </remarks>
internal sealed class DualActiveSet
{
    // Rows of length 1: below this, squared, a row is a combination of the active ones.
    private const double Dependent = 1e-13;

    // Room for active rows to start with, and the most that it grows to.
    private const int UsualRows = 32;
    private const int MostRows = 1024;

    private readonly Vector2D[] _scattered; // all zero between calls
    private SparseRow[] _rows;
    private double[] _multipliers;
    private double[] _direction;
    private double[] _projected;
    private double[] _factor; // lower triangle, row by row

    /// <summary>Room for <paramref name="robots"/> robots.</summary>
    public DualActiveSet(int robots)
    {
        var capacity = Math.Min(2 * robots, UsualRows);
        (_rows, _factor) = (new SparseRow[capacity], new double[capacity * (capacity + 1) / 2]);
        (_multipliers, _direction, _projected) = (new double[capacity], new double[capacity], new double[capacity]);
        _scattered = new Vector2D[robots];
    }

    /// <summary>Rows that hold with equality and push.</summary>
    public ReadOnlySpan<SparseRow> Rows => _rows.AsSpan(0, Count);

    /// <summary>Their multipliers, none negative.</summary>
    public ReadOnlySpan<double> Multipliers => _multipliers.AsSpan(0, Count);

    /// <summary>Number of active rows.</summary>
    public int Count { get; private set; }

    /// <summary>Steps left before <see cref="SolveStatus.GivenUp"/>.</summary>
    public int StepsLeft { get; private set; }

    /// <summary>Starts a problem: no row is active, and the velocities are the wished ones.</summary>
    /// <param name="steps">Greatest number of steps in all.</param>
    public void Start(int steps) => (Count, StepsLeft) = (0, steps);

    /// <summary>Moves to the nearest velocities that satisfy the active rows and <paramref name="row"/>; rows that no longer push are let go.</summary>
    /// <param name="row">Violated now; of length 1.</param>
    /// <param name="velocities">Read and written; the optimum under the active rows.</param>
    public SolveStatus Enforce(in SparseRow row, Span<Vector2D> velocities)
    {
        var multiplier = 0d;
        while (StepsLeft-- > 0)
        {
            var free = Direct(row);
            var (partial, blocking) = Blocking();
            var full = free > Dependent ? row.Excess(velocities) / free : double.PositiveInfinity;
            var step = Math.Min(partial, full);
            if (double.IsPositiveInfinity(step))
            {
                return SolveStatus.Infeasible;
            }

            multiplier += step;
            Step(row, step, free > Dependent, velocities);
            if (full <= partial)
            {
                return Append(row, multiplier, Math.Sqrt(free));
            }

            Remove(blocking);
        }

        return SolveStatus.GivenUp;
    }

    /// <summary>Computes multipliers and velocities anew from the active rows, so that no rounding of the way there is left.</summary>
    /// <param name="wished">w.</param>
    /// <param name="velocities">Written where an active row reaches; all others must be the wished ones already.</param>
    public void Polish(ReadOnlySpan<Vector2D> wished, Span<Vector2D> velocities)
    {
        foreach (ref readonly var row in Rows)
        {
            (velocities[row.First], velocities[row.Second]) = (wished[row.First], wished[row.Second]);
        }

        _multipliers.AsSpan(0, Count).Clear();
        // The second round removes the rounding of the first.
        for (var round = 0; round < 2; round++)
        {
            for (var k = 0; k < Count; k++)
            {
                _projected[k] = ForwardRow(k, _rows[k].Excess(velocities));
            }

            SolveBack();
            for (var k = 0; k < Count; k++)
            {
                _multipliers[k] += _direction[k];
                Add(_rows[k], -_direction[k], velocities);
            }
        }
    }

    private static void Add(in SparseRow row, double factor, Span<Vector2D> velocities)
    {
        velocities[row.First] += factor * row.OnFirst;
        velocities[row.Second] += factor * row.OnSecond;
    }

    // How the multipliers of the active rows yield to that of the row; returns the squared length of what of the row is independent of them.
    private double Direct(in SparseRow row)
    {
        Add(row, 1d, _scattered);
        var free = row.SquaredNorm;
        for (var k = 0; k < Count; k++)
        {
            var y = ForwardRow(k, _rows[k].Left(_scattered));
            _projected[k] = y;
            free -= y * y;
        }

        (_scattered[row.First], _scattered[row.Second]) = (default, default);
        SolveBack();
        return free;
    }

    private double ForwardRow(int k, double right)
    {
        var factor = _factor.AsSpan(k * (k + 1) / 2, k + 1);
        for (var m = 0; m < k; m++)
        {
            right -= factor[m] * _projected[m];
        }

        return right / factor[k];
    }

    private void SolveBack()
    {
        _projected.AsSpan(0, Count).CopyTo(_direction);
        for (var k = Count - 1; k >= 0; k--)
        {
            var factor = _factor.AsSpan(k * (k + 1) / 2, k + 1);
            var value = _direction[k] /= factor[k];
            for (var m = 0; m < k; m++)
            {
                _direction[m] -= factor[m] * value;
            }
        }
    }

    private (double Step, int Row) Blocking()
    {
        var (step, blocking) = (double.PositiveInfinity, -1);
        for (var k = 0; k < Count; k++)
        {
            if (_direction[k] > 0d && _multipliers[k] < step * _direction[k])
            {
                (step, blocking) = (_multipliers[k] / _direction[k], k);
            }
        }

        return (step, blocking);
    }

    private void Step(in SparseRow row, double step, bool moves, Span<Vector2D> velocities)
    {
        for (var k = 0; k < Count; k++)
        {
            _multipliers[k] = Math.Max(0d, _multipliers[k] - (step * _direction[k]));
            if (moves)
            {
                Add(_rows[k], step * _direction[k], velocities);
            }
        }

        if (moves)
        {
            Add(row, -step, velocities);
        }
    }

    private SolveStatus Append(in SparseRow row, double multiplier, double diagonal)
    {
        if (Count == MostRows)
        {
            return SolveStatus.GivenUp;
        }

        if (Count == _rows.Length)
        {
            Grow(2 * Count);
        }

        var factor = _factor.AsSpan(Count * (Count + 1) / 2, Count + 1);
        _projected.AsSpan(0, Count).CopyTo(factor);
        factor[Count] = diagonal;
        (_rows[Count], _multipliers[Count]) = (row, multiplier);
        Count++;
        return SolveStatus.Solved;
    }

    private void Grow(int capacity)
    {
        Array.Resize(ref _rows, capacity);
        Array.Resize(ref _multipliers, capacity);
        Array.Resize(ref _direction, capacity);
        Array.Resize(ref _projected, capacity);
        Array.Resize(ref _factor, capacity * (capacity + 1) / 2);
    }

    // Drops a row of the factor and turns the rest back into a triangle by Givens rotations.
    private void Remove(int row)
    {
        Count--;
        for (var k = row; k < Count; k++)
        {
            (_rows[k], _multipliers[k]) = (_rows[k + 1], _multipliers[k + 1]);
        }

        for (var k = row; k < Count; k++)
        {
            var below = Factor(k + 1);
            var (a, b) = (below[k], below[k + 1]);
            var length = Math.Sqrt((a * a) + (b * b));
            var (cos, sin) = (a / length, b / length);
            for (var m = k + 1; m <= Count; m++)
            {
                var rotated = Factor(m);
                (rotated[k], rotated[k + 1]) = ((cos * rotated[k]) + (sin * rotated[k + 1]), (cos * rotated[k + 1]) - (sin * rotated[k]));
            }

            below[..(k + 1)].CopyTo(Factor(k));
        }
    }

    private Span<double> Factor(int row) => _factor.AsSpan(row * (row + 1) / 2, row + 1);
}
