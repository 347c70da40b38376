using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Robotarium;

/// <summary>Quadratic programs written out in full, solved without any shortcut.</summary>
internal static class QuadraticProgram
{
    /// <summary>Solves by enforcing the most violated of all rows until none is.</summary>
    public static SolveStatus Solve(DualActiveSet solver, IReadOnlyList<SparseRow> rows, ReadOnlySpan<Vector2D> wished, Span<Vector2D> velocities)
    {
        wished.CopyTo(velocities);
        solver.Start(10_000);
        while (true)
        {
            var (worst, excess) = (-1, 1e-12);
            for (var k = 0; k < rows.Count; k++)
            {
                if (rows[k].Excess(velocities) > excess * Math.Max(1d, Math.Abs(rows[k].Bound)))
                {
                    (worst, excess) = (k, rows[k].Excess(velocities));
                }
            }

            if (worst < 0)
            {
                wished.CopyTo(velocities);
                solver.Polish(wished, velocities);
                return SolveStatus.Solved;
            }

            if (solver.Enforce(rows[worst], velocities) is var status && status != SolveStatus.Solved)
            {
                return status;
            }
        }
    }

    /// <summary>Solves by trying every set of rows as the active one; null where there is no solution.</summary>
    public static Vector2D[]? Enumerate(IReadOnlyList<SparseRow> rows, Vector2D[] wished)
    {
        Vector2D[]? best = null;
        var least = double.PositiveInfinity;
        for (var set = 0; set < 1 << rows.Count; set++)
        {
            SparseRow[] active = [.. rows.Where((_, k) => (set & (1 << k)) != 0)];
            if (active.Length <= 2 * wished.Length && OnAll(active, wished) is { } candidate
                && rows.All(row => row.Excess(candidate) <= 1e-9) && Cost(candidate, wished) < least)
            {
                (best, least) = (candidate, Cost(candidate, wished));
            }
        }

        return best;
    }

    /// <summary>Rows of length 1 on one or two robots, about as many of them violated as not at zero and at <paramref name="scale"/>.</summary>
    public static SparseRow[] RandomRows(RandomStream random, int count, int robots, double least, double scale)
    {
        var rows = new SparseRow[count];
        for (var k = 0; k < count; k++)
        {
            var first = random.NextInt32(robots);
            var second = random.NextInt32(robots);
            var (a, b) = (RandomVector(random), second == first ? default : RandomVector(random));
            var length = Math.Sqrt(a.Dot(a) + b.Dot(b));
            rows[k] = new SparseRow(first, second, 1d / length * a, 1d / length * b, least + (scale * random.NextSingle()), k);
        }

        return rows;
    }

    public static Vector2D RandomVector(RandomStream random) => new(random.NextGaussian(), random.NextGaussian());

    public static Vector2D[] RandomVectors(RandomStream random, int count, double scale)
    {
        var vectors = new Vector2D[count];
        for (var i = 0; i < count; i++)
        {
            vectors[i] = scale * RandomVector(random);
        }

        return vectors;
    }

    private static double Cost(Vector2D[] velocities, Vector2D[] wished) => velocities.Zip(wished, (v, w) => (v - w).Dot(v - w)).Sum();

    // The nearest point at which all the rows hold with equality, by Gaussian elimination of their Gram matrix; null if they are dependent.
    private static Vector2D[]? OnAll(SparseRow[] rows, Vector2D[] wished)
    {
        var n = rows.Length;
        var matrix = new double[n, n + 1];
        for (var i = 0; i < n; i++)
        {
            var dense = new Vector2D[wished.Length];
            dense[rows[i].First] += rows[i].OnFirst;
            dense[rows[i].Second] += rows[i].OnSecond;
            for (var j = 0; j < n; j++)
            {
                matrix[i, j] = rows[j].Left(dense);
            }

            matrix[i, n] = rows[i].Excess(wished);
        }

        for (var i = 0; i < n; i++)
        {
            var pivot = Enumerable.Range(i, n - i).MaxBy(k => Math.Abs(matrix[k, i]));
            if (Math.Abs(matrix[pivot, i]) < 1e-10)
            {
                return null;
            }

            for (var j = i; j <= n; j++)
            {
                (matrix[i, j], matrix[pivot, j]) = (matrix[pivot, j], matrix[i, j]);
            }

            for (var k = 0; k < n; k++)
            {
                var factor = k == i ? 0d : matrix[k, i] / matrix[i, i];
                for (var j = i; j <= n; j++)
                {
                    matrix[k, j] -= factor * matrix[i, j];
                }
            }
        }

        var velocities = (Vector2D[])wished.Clone();
        for (var i = 0; i < n; i++)
        {
            var multiplier = matrix[i, n] / matrix[i, i];
            velocities[rows[i].First] -= multiplier * rows[i].OnFirst;
            velocities[rows[i].Second] -= multiplier * rows[i].OnSecond;
        }

        return velocities;
    }
}
