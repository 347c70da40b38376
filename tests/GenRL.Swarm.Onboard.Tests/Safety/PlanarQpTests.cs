using GenRL.Swarm.Onboard.Safety;

namespace GenRL.Swarm.Onboard.Tests.Safety;

public sealed class PlanarQpTests
{
    [Fact, Trait("Requirement", "SR-2")]
    public void Solve_RandomProblems_AgreesWithBruteForce()
    {
        var random = new SplitMix(1);
        var rows = new HalfPlane[24];
        var counts = new int[4];
        for (var problem = 0; problem < 200_000; problem++)
        {
            var span = rows.AsSpan(0, RandomRows(random, rows));
            double tx = random.Uniform(-1.2, 1.2), ty = random.Uniform(-1.2, 1.2);
            var expected = QpOracle.Distance(span, tx, ty);

            var outcome = PlanarQp.Solve(span, SpeedPolygon.Faces, tx, ty, out var x, out var y);

            counts[(int)outcome]++;
            if (double.IsInfinity(expected))
            {
                Assert.Equal(PlanarQpOutcome.Infeasible, outcome);
                Assert.True(QpOracle.Worst(span[..SpeedPolygon.Faces], 0, x, y) < 1e-8);
                continue;
            }

            Assert.NotEqual(PlanarQpOutcome.Infeasible, outcome);
            Assert.True(QpOracle.Worst(span, 0, x, y) < 1e-8, $"Problem {problem}: a row is violated.");
            Assert.Equal(Math.Sqrt(expected), Math.Sqrt((x - tx) * (x - tx) + (y - ty) * (y - ty)), 1e-5);
        }

        Assert.True(counts[0] > 10_000 && counts[1] > 10_000 && counts[2] > 10_000 && counts[3] == 0, string.Join(' ', counts));
    }

    [Fact, Trait("Requirement", "SR-3")]
    public void Solve_Infeasible_MinimisesTheLargestViolation()
    {
        var random = new SplitMix(2);
        var rows = new HalfPlane[24];
        var checkedCount = 0;
        while (checkedCount < 500)
        {
            var count = RandomRows(random, rows);
            double tx = random.Uniform(-1, 1), ty = random.Uniform(-1, 1);
            if (PlanarQp.Solve(rows.AsSpan(0, count), SpeedPolygon.Faces, tx, ty, out var x, out var y) != PlanarQpOutcome.Infeasible)
            {
                continue;
            }

            var least = QpOracle.LeastViolation(rows[..count], SpeedPolygon.Faces);
            Assert.Equal(least, QpOracle.Worst(rows.AsSpan(0, count), SpeedPolygon.Faces, x, y), 1e-5);
            checkedCount++;
        }
    }

    [Fact]
    public void Solve_InfeasibleWithATie_TakesThePointNearestToTheTarget()
    {
        // Between two opposed rows every point of the middle line violates both by 0.1.
        HalfPlane[] rows = [new(1, 0, -0.1), new(-1, 0, -0.1)];

        var outcome = PlanarQp.Solve(rows, 0, 0.5, 0.3, out var x, out var y);

        Assert.Equal(PlanarQpOutcome.Infeasible, outcome);
        Assert.Equal(0, x, 1e-5);
        Assert.Equal(0.3, y, 1e-5);
    }

    [Fact]
    public void Solve_TargetInside_IsReturnedUnchanged()
    {
        HalfPlane[] rows = [new(1, 0, 1), new(0, 1, 1)];

        Assert.Equal(PlanarQpOutcome.Unchanged, PlanarQp.Solve(rows, 0, 0.3, 0.7, out var x, out var y));
        Assert.Equal((0.3, 0.7), (x, y));
    }

    [Fact]
    public void Solve_NormalsOfAnyLength_AreTheSameRows()
    {
        HalfPlane[] rows = [new(3e4, 0, 1.5e4), new(0, 2e-3, 1e-3)];

        Assert.Equal(PlanarQpOutcome.Projected, PlanarQp.Solve(rows, 0, 2, 2, out var x, out var y));
        Assert.Equal(0.5, x, 1e-9);
        Assert.Equal(0.5, y, 1e-9);
    }

    [Fact]
    public void Solve_DuplicateRows_CountOnce()
    {
        HalfPlane[] rows = [new(1, 0, 0.5), new(1, 0, 0.5), new(1, 1e-13, 0.5), new(2, 0, 1)];

        Assert.Equal(PlanarQpOutcome.Projected, PlanarQp.Solve(rows, 0, 2, 0.25, out var x, out var y));
        Assert.Equal(0.5, x, 1e-9);
        Assert.Equal(0.25, y, 1e-6);
    }

    [Fact]
    public void Solve_ParallelFacesThatTouch_LeaveTheLine()
    {
        HalfPlane[] rows = [new(1, 0, 0.5), new(-1, 0, -0.5)];

        Assert.Equal(PlanarQpOutcome.Projected, PlanarQp.Solve(rows, 0, -3, 0.4, out var x, out var y));
        Assert.Equal(0.5, x, 1e-8);
        Assert.Equal(0.4, y, 1e-8);
    }

    [Theory]
    [InlineData(0.0, PlanarQpOutcome.Unchanged)]
    [InlineData(-0.1, PlanarQpOutcome.Infeasible)]
    public void Solve_ZeroRow_BindsOnlyWhenItsBoundIsNegative(double bound, object expected)
    {
        HalfPlane[] rows = [new(0, 0, bound), new(1, 0, 1)];

        Assert.Equal(expected, PlanarQp.Solve(rows, 0, 0.5, 0.5, out var x, out var y));
        Assert.Equal(0.5, x, 1e-5);
        Assert.Equal(0.5, y, 1e-5);
    }

    [Theory]
    [InlineData(double.NaN, 0, 1, 0, 0)]
    [InlineData(1, double.PositiveInfinity, 1, 0, 0)]
    [InlineData(1, 0, double.NaN, 0, 0)]
    [InlineData(1, 0, 1, double.NaN, 0)]
    [InlineData(1, 0, 1, 0, double.NegativeInfinity)]
    public void Solve_NotFinite_IsInvalid(double rowX, double rowY, double bound, double tx, double ty)
    {
        HalfPlane[] rows = [new(rowX, rowY, bound)];

        Assert.Equal(PlanarQpOutcome.Invalid, PlanarQp.Solve(rows, 0, tx, ty, out var x, out _));
        Assert.True(double.IsNaN(x));
    }

    [Fact]
    public void Solve_ContradictoryHardRows_IsInvalid()
    {
        HalfPlane[] rows = [new(1, 0, -1), new(-1, 0, -1), new(0, 1, 1)];

        Assert.Equal(PlanarQpOutcome.Invalid, PlanarQp.Solve(rows, 2, 0, 0, out _, out _));
    }

    /// <summary>8 speed faces and up to 16 rows: some exact duplicates, some opposed, some nearly parallel.</summary>
    private static int RandomRows(SplitMix random, HalfPlane[] rows)
    {
        SpeedPolygon.Write(rows, random.Normal(), random.Normal(), 1.0);
        var count = SpeedPolygon.Faces;
        for (var extra = random.Below(17); extra > 0; extra--)
        {
            var angle = random.Uniform(-Math.PI, Math.PI);
            var row = new HalfPlane(Math.Cos(angle), Math.Sin(angle), random.Uniform(-0.15, 1.1));
            var copied = rows[random.Below(count)];
            rows[count++] = random.Below(16) switch
            {
                0 => copied,
                1 => new HalfPlane(-copied.X, -copied.Y, random.Uniform(0, 0.2) - copied.Bound),
                2 => new HalfPlane(copied.X, copied.Y, copied.Bound - 0.05),
                _ => row,
            };
        }

        return count;
    }
}
