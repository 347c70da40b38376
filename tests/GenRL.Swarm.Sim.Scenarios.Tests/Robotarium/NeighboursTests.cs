using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Robotarium;

public class NeighboursTests
{
    [Theory]
    [InlineData(1, 0.5, 3d)]
    [InlineData(9, 0.5, 0d)]
    [InlineData(60, 0.5, 3d)]
    [InlineData(60, 1.3, 1d)]
    [InlineData(200, 0.3, 5d)]
    public void ListsFindWhomLookingAtAllFinds_HoweverRobotsMove(int robots, double radius, double spread)
    {
        var random = new RandomStream(1, 0, 0);
        var poses = new Poses(robots);
        for (var i = 0; i < robots; i++)
        {
            poses.Place(i, spread * random.NextGaussian(), 0.3 * spread * random.NextGaussian(), 0d);
        }

        var neighbours = new Neighbours(robots, radius);
        var (all, listed, found) = (new int[robots + Nearness.Width], new int[robots + Nearness.Width], 0);
        for (var step = 0; step < 100; step++)
        {
            neighbours.Refresh(poses);
            for (var i = 0; i < robots; i++)
            {
                var count = Nearness.Find(poses.X, poses.Y, i, i / 2, radius, null, all);
                Assert.Equal(all[..count], listed[..Nearness.Find(poses.X, poses.Y, i, i / 2, radius, neighbours, listed)]);
                found += count;
            }

            for (var i = 0; i < robots; i++)
            {
                poses.Place(i, poses.X[i] + (0.02 * random.NextGaussian()), poses.Y[i] + (0.02 * random.NextGaussian()), 0d);
            }

            // Once in a while one goes far away.
            poses.X[random.NextInt32(robots)] += step % 30 == 0 ? 50d : 0d;
        }

        Assert.Equal(robots > 1, found > 0);
    }

    [Fact]
    public void Find_NeverFindsTheRobotItself()
    {
        var poses = new Poses(12);
        var found = new int[12 + Nearness.Width];

        Assert.Equal(11, Nearness.Find(poses.X, poses.Y, 10, 0, 1d, null, found));
        Assert.DoesNotContain(10, found[..11]);
        Assert.Equal(1, Nearness.Find(poses.X, poses.Y, 10, 11, 1d, null, found));
    }
}
