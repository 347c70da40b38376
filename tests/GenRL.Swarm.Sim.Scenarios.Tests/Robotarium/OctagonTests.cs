using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Robotarium;

public class OctagonTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Project_IsTheNearestVelocityWithin(bool openAlongX)
    {
        var octagon = new Octagon(0.2, openAlongX);
        SparseRow[] rows = [.. Enumerable.Range(0, 8).Select(face => octagon.Row(0, face, 100))];
        var random = new RandomStream(4, 0, 0);
        var onTwo = 0;
        for (var trial = 0; trial < 5000; trial++)
        {
            Vector2D[] wished = [0.3 * QuadraticProgram.RandomVector(random)];
            var expected = new Vector2D[1];
            var solver = new DualActiveSet(1);
            QuadraticProgram.Solve(solver, rows, wished, expected);

            var actual = octagon.Project(wished[0], out var faces);

            Assert.True((actual - expected[0]).Length < 1e-14, $"{wished[0]} to {actual} instead of {expected[0]}");
            int[] named = [.. ((int[])[faces.First, faces.Second]).Where(face => face >= 0).Select(face => 100 + face).Order()];
            Assert.Equal(solver.Rows.ToArray().Select(row => row.Number).Order(), named);
            Assert.True(actual.Length <= octagon.Reach + 1e-15);
            onTwo += named.Length == 2 ? 1 : 0;
        }

        Assert.InRange(onTwo, 300, 4000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Worst_IsTheMostViolatedFace(bool openAlongX)
    {
        var octagon = new Octagon(0.2, openAlongX);
        var random = new RandomStream(5, 0, 0);
        for (var trial = 0; trial < 5000; trial++)
        {
            Vector2D[] velocity = [0.3 * QuadraticProgram.RandomVector(random)];

            var (face, excess) = octagon.Worst(velocity[0]);

            Assert.Equal(Enumerable.Range(0, 8).Max(other => octagon.Row(0, other, 0).Excess(velocity)), excess, 1e-15);
            Assert.Equal(octagon.Row(0, face, 0).Excess(velocity), excess, 1e-15);
        }
    }
}
