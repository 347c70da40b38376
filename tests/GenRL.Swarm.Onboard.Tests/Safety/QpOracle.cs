using GenRL.Swarm.Onboard.Safety;

namespace GenRL.Swarm.Onboard.Tests.Safety;

/// <summary>
/// The same problems solved by brute force: every point that can be the answer is tried. Shares no code with <see cref="PlanarQp"/>. Rows have
/// normals of length 1.
/// </summary>
internal static class QpOracle
{
    private const double Slack = 1e-7;

    /// <summary>Squared distance from the target to the rows; +infinity when no point satisfies them.</summary>
    public static double Distance(ReadOnlySpan<HalfPlane> rows, double tx, double ty)
    {
        if (Worst(rows, 0, tx, ty) <= Slack)
        {
            return 0;
        }

        var best = double.PositiveInfinity;
        for (var i = 0; i < rows.Length; i++)
        {
            var violation = rows[i].Violation(tx, ty);
            Try(rows, tx - violation * rows[i].X, ty - violation * rows[i].Y, tx, ty, ref best);
            for (var j = i + 1; j < rows.Length; j++)
            {
                var det = rows[i].X * rows[j].Y - rows[i].Y * rows[j].X;
                if (Math.Abs(det) > 1e-9)
                {
                    Try(rows, (rows[i].Bound * rows[j].Y - rows[i].Y * rows[j].Bound) / det,
                        (rows[i].X * rows[j].Bound - rows[i].Bound * rows[j].X) / det, tx, ty, ref best);
                }
            }
        }

        return best;
    }

    /// <summary>The smallest possible largest violation of the rows from <paramref name="hard"/> on, by ternary search in both coordinates.</summary>
    public static double LeastViolation(HalfPlane[] rows, int hard)
    {
        // The largest violation is convex in u, and so is its minimum over y as a function of x; the polygon of hard rows is convex.
        var (low, high) = Extent(rows, hard);
        return Minimise(low, high, x =>
        {
            double from = double.NegativeInfinity, to = double.PositiveInfinity;
            for (var i = 0; i < hard; i++)
            {
                var room = rows[i].Bound - rows[i].X * x;
                if (rows[i].Y > 1e-12)
                {
                    to = Math.Min(to, room / rows[i].Y);
                }
                else if (rows[i].Y < -1e-12)
                {
                    from = Math.Max(from, room / rows[i].Y);
                }
            }

            return Minimise(from, Math.Max(from, to), y => Worst(rows, hard, x, y));
        });
    }

    /// <summary>The largest violation of the rows from <paramref name="first"/> on.</summary>
    public static double Worst(ReadOnlySpan<HalfPlane> rows, int first, double x, double y)
    {
        var worst = double.NegativeInfinity;
        foreach (ref readonly var row in rows[first..])
        {
            worst = Math.Max(worst, row.Violation(x, y));
        }

        return worst;
    }

    private static void Try(ReadOnlySpan<HalfPlane> rows, double x, double y, double tx, double ty, ref double best)
    {
        var distance = (x - tx) * (x - tx) + (y - ty) * (y - ty);
        if (distance < best && Worst(rows, 0, x, y) <= Slack)
        {
            best = distance;
        }
    }

    private static (double Low, double High) Extent(HalfPlane[] rows, int hard)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        for (var i = 0; i < hard; i++)
        {
            for (var j = i + 1; j < hard; j++)
            {
                var det = rows[i].X * rows[j].Y - rows[i].Y * rows[j].X;
                var x = (rows[i].Bound * rows[j].Y - rows[i].Y * rows[j].Bound) / det;
                var y = (rows[i].X * rows[j].Bound - rows[i].Bound * rows[j].X) / det;
                if (Math.Abs(det) > 1e-9 && Worst(rows.AsSpan(0, hard), 0, x, y) <= Slack)
                {
                    low = Math.Min(low, x);
                    high = Math.Max(high, x);
                }
            }
        }

        return (low, high);
    }

    private static double Minimise(double low, double high, Func<double, double> value)
    {
        for (var i = 0; i < 60; i++)
        {
            var third = (high - low) / 3;
            if (value(low + third) < value(high - third))
            {
                high -= third;
            }
            else
            {
                low += third;
            }
        }

        return value((low + high) / 2);
    }
}
