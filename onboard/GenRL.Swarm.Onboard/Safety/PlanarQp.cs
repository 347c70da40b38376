using System.Diagnostics;

namespace GenRL.Swarm.Onboard.Safety;

/// <summary>
/// The exact minimiser of |u - target|^2 subject to a_i . u &lt;= b_i, in two dimensions. Rows are added most violated first; the new minimum lies
/// on the line of the row just added (Seidel 1991, "Small-dimensional linear programming"), so each addition is a problem in one
/// dimension, and at most as many additions are needed as there are rows; 2 to 4 are usual. The same minimum as enumerating every face and
/// vertex, without a limit on the number of rows. Double precision, no allocation, thread-safe.
/// </summary>
internal static class PlanarQp
{
    /// <summary>The largest number of rows: it bounds the stack that a call takes.</summary>
    public const int MaxRows = 256;

    /// <summary>A violation up to this, with rows of length 1 and commands of order 1, counts as satisfied.</summary>
    public const double Tolerance = 1e-9;

    /// <summary>Normals shorter than this say nothing of u: only the sign of their bound matters.</summary>
    private const double ZeroNormal = 1e-12;

    /// <summary>The distance at which projecting a point acts as a linear objective: the loss is below 1 / (2 Far) for a region of unit size.</summary>
    private const double Far = 1e6;

    /// <summary>
    /// Finds the point of the rows nearest to the target. <paramref name="rows"/> is the caller's, at most <see cref="MaxRows"/> long, and is
    /// scaled in place to normals of length 1 (zero normals stay zero). The first <paramref name="hard"/> rows are never given up; when the
    /// others cannot all hold, the largest violation among them is minimised, and among equals the point nearest to the target is taken.
    /// On <see cref="PlanarQpOutcome.Invalid"/> the answer is NaN.
    /// </summary>
    public static PlanarQpOutcome Solve(Span<HalfPlane> rows, int hard, double targetX, double targetY, out double x, out double y)
    {
        Debug.Assert(rows.Length <= MaxRows && (uint)hard <= (uint)rows.Length, "The caller keeps within the limits.");
        x = y = double.NaN;
        if (!double.IsFinite(targetX + targetY) || !Normalise(rows))
        {
            return PlanarQpOutcome.Invalid;
        }

        if (Project(rows, targetX, targetY, out var px, out var py, out var moved))
        {
            (x, y) = (px, py);
            return moved ? PlanarQpOutcome.Projected : PlanarQpOutcome.Unchanged;
        }

        if (!Project(rows[..hard], targetX, targetY, out px, out py, out _))
        {
            return PlanarQpOutcome.Invalid;
        }

        LeastViolation(rows, hard, targetX, targetY, ref px, ref py);
        (x, y) = (px, py);
        return PlanarQpOutcome.Infeasible;
    }

    /// <summary>Scales the normals to length 1. False when a number is not finite.</summary>
    private static bool Normalise(Span<HalfPlane> rows)
    {
        foreach (ref var row in rows)
        {
            var length = Math.Sqrt(row.X * row.X + row.Y * row.Y);
            if (!double.IsFinite(length + row.Bound))
            {
                return false;
            }

            row = length < ZeroNormal ? new HalfPlane(0, 0, row.Bound) : new HalfPlane(row.X / length, row.Y / length, row.Bound / length);
        }

        return true;
    }

    private static bool Project(
        ReadOnlySpan<HalfPlane> rows, double targetX, double targetY, out double x, out double y, out bool moved)
    {
        Span<HalfPlane> added = stackalloc HalfPlane[rows.Length];
        var count = 0;
        (x, y) = (targetX, targetY);
        while (count < rows.Length && MostViolated(rows, x, y, Tolerance) is var worst and >= 0)
        {
            if (!OnLine(rows[worst], added[..count], targetX, targetY, out x, out y))
            {
                moved = true;
                return false;
            }

            added[count++] = rows[worst];
        }

        moved = count > 0;
        return true;
    }

    /// <summary>The point of the line of <paramref name="row"/> that is nearest to the target and satisfies <paramref name="others"/>.</summary>
    private static bool OnLine(in HalfPlane row, ReadOnlySpan<HalfPlane> others, double targetX, double targetY, out double x, out double y)
    {
        // The line: Bound * normal + s * (-Y, X).
        double low = double.NegativeInfinity, high = double.PositiveInfinity;
        x = y = double.NaN;
        if (row.X == 0 && row.Y == 0)
        {
            return false; // 0 <= Bound < 0: no point satisfies it.
        }

        foreach (ref readonly var other in others)
        {
            var slope = other.Y * row.X - other.X * row.Y;
            var room = other.Bound - row.Bound * (other.X * row.X + other.Y * row.Y);
            if (Math.Abs(slope) < ZeroNormal)
            {
                if (room < -Tolerance)
                {
                    return false;
                }
            }
            else if (slope > 0)
            {
                high = Math.Min(high, room / slope);
            }
            else
            {
                low = Math.Max(low, room / slope);
            }
        }

        if (low > high + Tolerance)
        {
            return false;
        }

        var s = low > high ? (low + high) / 2 : Math.Clamp(targetY * row.X - targetX * row.Y, low, high);
        (x, y) = (row.Bound * row.X - s * row.Y, row.Bound * row.Y + s * row.X);
        return true;
    }

    /// <summary>
    /// Minimises the largest violation t of the rows after the hard ones: a linear programme in (u, t), built up like the projection. When row i
    /// is violated by more than t, the new minimum has a_i . u - b_i = t, which leaves a planar problem: minimise a_i . u where no row added
    /// before is violated by more than row i. (x, y) comes in as any point of the hard rows.
    /// </summary>
    private static void LeastViolation(ReadOnlySpan<HalfPlane> rows, int hard, double targetX, double targetY, ref double x, ref double y)
    {
        Span<HalfPlane> planar = stackalloc HalfPlane[rows.Length + 1];
        Span<HalfPlane> added = stackalloc HalfPlane[rows.Length - hard];
        var count = 0;
        var violation = 0.0;
        while (count < added.Length && MostViolated(rows[hard..], x, y, violation + Tolerance) is var worst and >= 0)
        {
            var row = rows[hard + worst];
            rows[..hard].CopyTo(planar);
            var size = hard;
            planar[size++] = new HalfPlane(-row.X, -row.Y, -row.Bound); // t >= 0: it is, as no point satisfies every row.
            foreach (ref readonly var other in added[..count])
            {
                planar[size++] = new HalfPlane(other.X - row.X, other.Y - row.Y, other.Bound - row.Bound);
            }

            if (!Normalise(planar[..size])
                || !Project(planar[..size], targetX - Far * row.X, targetY - Far * row.Y, out var nextX, out var nextY, out _))
            {
                break; // Rounding: the point so far is as good as it gets.
            }

            (x, y) = (nextX, nextY);
            violation = Math.Max(violation, row.Violation(x, y));
            added[count++] = row;
        }

        NearestAmongEquals(rows, hard, violation, targetX, targetY, ref x, ref y);
    }

    private static void NearestAmongEquals(
        ReadOnlySpan<HalfPlane> rows, int hard, double violation, double targetX, double targetY, ref double x, ref double y)
    {
        // Wider than the loss of Far, so that rounding leaves a region to project on.
        const double width = 2 / Far;
        Span<HalfPlane> relaxed = stackalloc HalfPlane[rows.Length];
        rows.CopyTo(relaxed);
        foreach (ref var row in relaxed[hard..])
        {
            row = row with { Bound = row.Bound + violation + width };
        }

        if (Project(relaxed, targetX, targetY, out var px, out var py, out _))
        {
            (x, y) = (px, py);
        }
    }

    /// <summary>Index of the row violated most, and by more than <paramref name="than"/>; -1 when there is none.</summary>
    private static int MostViolated(ReadOnlySpan<HalfPlane> rows, double x, double y, double than)
    {
        var worst = -1;
        for (var i = 0; i < rows.Length; i++)
        {
            var violation = rows[i].Violation(x, y);
            if (violation > than)
            {
                than = violation;
                worst = i;
            }
        }

        return worst;
    }
}
