using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Robotarium;

public class RangeSensorsTests
{
    [Fact]
    public void ADiscAhead_IsSeenByTheSensorThatLooksAhead()
    {
        var poses = Team((0d, 0d, 0d), (0.5, 0d, 1d));
        // Its body lies 0.01 m ahead of its own axle.
        var (middleX, middleY) = (0.5 + (0.01 * Math.Cos(1d)), 0.01 * Math.Sin(1d));
        var expected = middleX - Math.Sqrt((0.055 * 0.055) - (middleY * middleY)) - 0.06;

        Assert.Equal(expected, Measure(poses)[3], 1e-12);
    }

    [Theory]
    [InlineData(1.19, true)]
    [InlineData(1.21, false)]
    public void AWall_IsSeenWithinRange(double distance, bool seen)
    {
        var wall = new Segment(0.06 + distance, -1d, 0.06 + distance, 1d);

        var distances = Measure(Team((0d, 0d, 0d)), wall);

        Assert.Equal(seen ? distance : RangeSensors.Nothing, distances[3], 1e-12);
        Assert.Equal(RangeSensors.Nothing, distances[0]);
    }

    [Fact]
    public void NearestWins_RobotsBehindWallsAreHidden()
    {
        var poses = Team((0d, 0d, 0d), (0.5, 0d, 0d));

        Assert.Equal(0.1, Measure(poses, new Segment(0.16, -0.1, 0.16, 0.1))[3], 1e-12);
    }

    [Fact]
    public void ARobotThatASensorIsInside_IsNotSeenByIt()
    {
        var poses = Team((0d, 0d, 0d), (0.06, 0d, 0d));

        Assert.Equal(RangeSensors.Nothing, Measure(poses)[3]);
    }

    [Fact]
    public void ManyRobots_AsOnePairAtATime()
    {
        var random = new Agent.RandomStream(3, 0, 0);
        var poses = new Poses(37);
        for (var i = 0; i < poses.Count; i++)
        {
            poses.Place(i, random.NextSingle(-2f, 2f), random.NextSingle(-2f, 2f), random.NextSingle(-3f, 3f));
        }

        var together = Measure(poses);

        for (var i = 0; i < poses.Count; i++)
        {
            var nearest = Enumerable.Range(0, RangeSensors.Count).Select(_ => RangeSensors.Range).ToArray();
            for (var j = 0; j < poses.Count; j++)
            {
                var pair = i == j ? null : Measure(Team(Tuple(poses, i), Tuple(poses, j)));
                for (var k = 0; k < RangeSensors.Count && pair is not null; k++)
                {
                    nearest[k] = pair[k] >= 0d ? Math.Min(nearest[k], pair[k]) : nearest[k];
                }
            }

            Assert.Equal(
                nearest.Select(distance => distance < RangeSensors.Range ? distance : RangeSensors.Nothing),
                together.AsSpan(i * RangeSensors.Stride, RangeSensors.Count).ToArray());
        }
    }

    private static (double, double, double) Tuple(Poses poses, int i) => (poses.X[i], poses.Y[i], poses.Heading[i]);

    private static Poses Team(params (double X, double Y, double Heading)[] robots)
    {
        var poses = new Poses(robots.Length);
        for (var i = 0; i < robots.Length; i++)
        {
            poses.Place(i, robots[i].X, robots[i].Y, robots[i].Heading);
        }

        return poses;
    }

    private static double[] Measure(Poses poses, params Segment[] walls)
    {
        var distances = new double[poses.Count * RangeSensors.Stride];
        new RangeSensors(poses.Count).Measure(poses, walls, distances);
        return distances;
    }
}
