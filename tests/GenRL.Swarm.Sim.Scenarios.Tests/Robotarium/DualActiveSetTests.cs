using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Robotarium;

public class DualActiveSetTests
{
    [Fact]
    public void RandomPrograms_TheOptimalityConditionsHoldToRounding()
    {
        var random = new RandomStream(1, 0, 0);
        var (solved, infeasible, most) = (0, 0, 0);
        for (var trial = 0; trial < 3000; trial++)
        {
            var robots = 1 + random.NextInt32(12);
            var rows = QuadraticProgram.RandomRows(random, random.NextInt32(8 * robots), robots, -0.05, 0.4);
            var wished = QuadraticProgram.RandomVectors(random, robots, 0.5);
            var (solver, velocities) = (new DualActiveSet(robots), new Vector2D[robots]);
            if (QuadraticProgram.Solve(solver, rows, wished, velocities) != SolveStatus.Solved)
            {
                infeasible++;
                continue;
            }

            solved++;
            most = Math.Max(most, solver.Count);
            Assert.True(rows.All(row => row.Excess(velocities) <= 2e-12), $"trial {trial}: a row is violated");
            Assert.True(solver.Multipliers.ToArray().All(multiplier => multiplier >= -1e-12), $"trial {trial}: a row pulls");
            var gradient = wished.Zip(velocities, (w, v) => w - v).ToArray();
            for (var k = 0; k < solver.Count; k++)
            {
                var (row, multiplier) = (solver.Rows[k], solver.Multipliers[k]);
                Assert.True(Math.Abs(row.Excess(velocities)) <= 1e-12, $"trial {trial}: an active row is not met");
                gradient[row.First] -= multiplier * row.OnFirst;
                gradient[row.Second] -= multiplier * row.OnSecond;
            }

            Assert.True(gradient.Max(part => part.Length) <= 1e-11, $"trial {trial}: off the optimum by {gradient.Max(part => part.Length)}");
        }

        Assert.InRange(solved, 1000, 3000);
        Assert.InRange(infeasible, 20, 2000);
        Assert.True(most > 10, $"at most {most} active rows: the programs are too easy");
    }

    [Fact]
    public void SmallPrograms_EveryActiveSetTried_GivesTheSame()
    {
        var random = new RandomStream(2, 0, 0);
        var (solved, infeasible) = (0, 0);
        for (var trial = 0; trial < 500; trial++)
        {
            var robots = 1 + random.NextInt32(3);
            var rows = QuadraticProgram.RandomRows(random, random.NextInt32(9), robots, -0.3, 0.5);
            var wished = QuadraticProgram.RandomVectors(random, robots, 0.5);
            var velocities = new Vector2D[robots];
            var status = QuadraticProgram.Solve(new DualActiveSet(robots), rows, wished, velocities);
            if (QuadraticProgram.Enumerate(rows, wished) is not { } expected)
            {
                Assert.Equal(SolveStatus.Infeasible, status);
                infeasible++;
                continue;
            }

            Assert.Equal(SolveStatus.Solved, status);
            Assert.All(velocities.Zip(expected), pair => Assert.True((pair.First - pair.Second).Length < 1e-8));
            solved++;
        }

        Assert.InRange(solved, 100, 500);
        Assert.InRange(infeasible, 10, 400);
    }

    [Fact]
    public void TooFewSteps_ItSaysSo()
    {
        var random = new RandomStream(3, 0, 0);
        var velocities = QuadraticProgram.RandomVectors(random, 2, 1d);
        var row = SparseRow.Of(0, new Vector2D(1d, 0d), -5d, 0);
        var solver = new DualActiveSet(2);

        solver.Start(0);

        Assert.Equal(SolveStatus.GivenUp, solver.Enforce(row, velocities));
    }

    [Fact]
    public void OpposedRows_AreReportedAsInfeasible()
    {
        var velocities = new Vector2D[1];
        var solver = new DualActiveSet(1);
        solver.Start(100);

        Assert.Equal(SolveStatus.Solved, solver.Enforce(SparseRow.Of(0, new Vector2D(1d, 0d), -0.1, 0), velocities));
        Assert.Equal(SolveStatus.Infeasible, solver.Enforce(SparseRow.Of(0, new Vector2D(-1d, 0d), -0.1, 1), velocities));
    }
}
