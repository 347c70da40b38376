namespace GenRL.Swarm.Learning.Identification;

/// <summary>Normal equations A x = b, given as [n, n + 1] with b in the last column.</summary>
internal static class NormalEquations
{
    /// <summary>The solution by Gaussian elimination with pivoting; null when the matrix is singular.</summary>
    public static double[]? Solve(double[,] equations)
    {
        var n = equations.GetLength(0);
        var a = (double[,])equations.Clone();
        for (var column = 0; column < n; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < n; row++)
            {
                pivot = Math.Abs(a[row, column]) > Math.Abs(a[pivot, column]) ? row : pivot;
            }

            if (Math.Abs(a[pivot, column]) < 1e-9)
            {
                return null;
            }

            for (var k = 0; k <= n; k++)
            {
                (a[column, k], a[pivot, k]) = (a[pivot, k], a[column, k]);
            }

            for (var row = 0; row < n; row++)
            {
                var factor = row == column ? 0 : a[row, column] / a[column, column];
                for (var k = column; factor != 0 && k <= n; k++)
                {
                    a[row, k] -= factor * a[column, k];
                }
            }
        }

        return [.. Enumerable.Range(0, n).Select(i => a[i, n] / a[i, i])];
    }

    /// <summary>Sum of squares that solution <paramref name="x"/> explains: b.x.</summary>
    public static double Explained(double[,] equations, double[] x)
    {
        var n = x.Length;
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            sum += equations[i, n] * x[i];
        }

        return sum;
    }
}
