namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>Symmetric positive definite systems of a dozen unknowns.</summary>
internal static class Cholesky
{
    /// <summary>Replaces the lower triangle of <paramref name="a"/> by L with L L' = a; false when <paramref name="a"/> is not positive definite.</summary>
    public static bool TryFactor(double[,] a)
    {
        var n = a.GetLength(0);
        for (var j = 0; j < n; j++)
        {
            for (var i = j; i < n; i++)
            {
                var sum = a[i, j];
                for (var k = 0; k < j; k++)
                {
                    sum -= a[i, k] * a[j, k];
                }

                if (i == j && !(sum > 0d && double.IsFinite(sum)))
                {
                    return false;
                }

                a[i, j] = i == j ? Math.Sqrt(sum) : sum / a[j, j];
            }
        }

        return true;
    }

    /// <summary>Solves L L' x = <paramref name="x"/> in place.</summary>
    public static void Solve(double[,] factor, Span<double> x)
    {
        for (var i = 0; i < x.Length; i++)
        {
            for (var k = 0; k < i; k++)
            {
                x[i] -= factor[i, k] * x[k];
            }

            x[i] /= factor[i, i];
        }

        for (var i = x.Length - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < x.Length; k++)
            {
                x[i] -= factor[k, i] * x[k];
            }

            x[i] /= factor[i, i];
        }
    }

    /// <summary>The inverse of L L'.</summary>
    public static double[,] Inverse(double[,] factor)
    {
        var n = factor.GetLength(0);
        var inverse = new double[n, n];
        var column = new double[n];
        for (var j = 0; j < n; j++)
        {
            Array.Clear(column);
            column[j] = 1d;
            Solve(factor, column);
            for (var i = 0; i < n; i++)
            {
                inverse[i, j] = column[i];
            }
        }

        return inverse;
    }
}
