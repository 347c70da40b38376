using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Robotarium;

public class SensorSuiteTests
{
    private const int Samples = 20_000;

    [Fact]
    public void Noise_IsThatOfTheRobot()
    {
        var (poses, twist) = (Standing(0.7), new Twist(0.1, 0.5));
        var readings = Sample(poses, twist);

        // Counts per step: wheel speed x 0.033 s x 28 x 100.37 / 2 pi, sd 0.25 sqrt(counts), rounded.
        var counts = (0.1 + (0.055 * 0.5)) / 0.016 * 0.033 * 28d * 100.37 / Math.Tau;
        var encoder = readings.Zip(readings.Prepend(new float[SensorSuite.Readings]), (after, before) => after[1] - before[1]).Skip(1).ToArray();
        ExpectMoments(encoder.Select(count => (double)count), counts, Math.Sqrt((0.0625 * counts) + (1d / 12d)));
        var squared = 0.5 * 0.5;
        ExpectMoments(Column(readings, 2).Skip(1), -squared * (0.0594 - 0.00319), 0.012929);
        ExpectMoments(Column(readings, 3).Skip(1), -squared * (0.0344628 - 0.0475), 0.012127);
        ExpectMoments(Column(readings, 4), -9.81, 0.052979);
        ExpectMoments(Column(readings, 5), 0d, 0.001663);
        ExpectMoments(Column(readings, 6), 0d, 0.001216);
        ExpectMoments(Column(readings, 7), 0.5, 0.002372);
        ExpectMoments(Column(readings, 8), 6.0712 * Math.Cos(0.7), 3.275843);
        ExpectMoments(Column(readings, 9), -6.0712 * Math.Sin(0.7), 2.365798);
        ExpectMoments(Column(readings, 10), -39.8594, 5.232685);
        ExpectMoments(Column(readings, 11), 0.7, 0.310830 * Math.PI / 180d);
    }

    [Fact]
    public void Ranges_AreLostReplacedAndNoisyAsOftenAsTheyShould()
    {
        var distance = 0.5;
        var readings = Sample(Standing(0d), default, new Segment(0.06 + distance, -9d, 0.06 + distance, 9d));
        var ahead = Column(readings, 15).ToArray();

        var near = ahead.Where(read => Math.Abs(read - distance) < 6d * 0.03 * distance).ToArray();
        Assert.Equal(0.035, ahead.Count(read => read < 0d) / (double)Samples, 0.005);
        // Outliers are uniform in the range: those that fall near the truth pass for noise.
        var far = 0.965 * 0.014 * (1d - (12d * 0.03 * distance / RangeSensors.Range));
        Assert.Equal(far, ahead.Count(read => read >= 0d && Math.Abs(read - distance) >= 6d * 0.03 * distance) / (double)Samples, 0.003);
        ExpectMoments(near, distance, 0.03 * distance, slack: 3d);
        Assert.All(ahead, read => Assert.True(read is -1d or (>= 0d and <= 1.2000001)));
        Assert.All(Column(readings, 12), read => Assert.Equal(-1d, read));
    }

    [Fact]
    public void SpeedingUp_IsFelt()
    {
        var (suite, random) = (new SensorSuite(Platform.V2, 1, ranges: false), new RandomStream(5, 0, 0));
        suite.Start(Standing(0d), [], random);
        Assert.Equal([0f, 0f], suite.Of(0)[..2].ToArray());

        suite.Sense(Standing(0d), [new Twist(0.2, 0d)], [], random);

        Assert.Equal(0.2 / 0.033, suite.Of(0)[2], 0.1);
        Assert.Equal(-1f, suite.Of(0)[12]);
    }

    [Fact]
    public void NeighboursInMemory_DoNotDisturbEachOther()
    {
        var poses = new Poses(3);
        for (var i = 0; i < 3; i++)
        {
            poses.Place(i, 5d * i, 0d, 0d);
        }

        var (suite, random) = (new SensorSuite(Platform.V2, 3, ranges: true), new RandomStream(6, 0, 0));
        suite.Start(poses, [], random);
        suite.Sense(poses, [new Twist(0.1, 0d), new Twist(0.1, 0d), new Twist(0.1, 0d)], [], random);

        Assert.All(Enumerable.Range(0, 3), i => Assert.InRange(suite.Of(i)[0], 60f, 120f));
    }

    private static Poses Standing(double heading)
    {
        var poses = new Poses(1);
        poses.Place(0, 0d, 0d, heading);
        return poses;
    }

    private static float[][] Sample(Poses poses, Twist twist, params Segment[] walls)
    {
        var (suite, random) = (new SensorSuite(Platform.V2, 1, ranges: true), new RandomStream(4, 0, 0));
        suite.Start(poses, walls, random);
        var samples = new float[Samples][];
        for (var k = 0; k < Samples; k++)
        {
            suite.Sense(poses, [twist], walls, random);
            samples[k] = suite.Of(0).ToArray();
        }

        return samples;
    }

    private static IEnumerable<double> Column(float[][] readings, int column) => readings.Select(row => (double)row[column]);

    // Within five standard errors of both.
    private static void ExpectMoments(IEnumerable<double> numbers, double mean, double deviation, double slack = 1d)
    {
        double[] all = [.. numbers];
        var actual = all.Average();
        var spread = Math.Sqrt(all.Average(number => (number - actual) * (number - actual)));
        Assert.Equal(mean, actual, slack * 5d * deviation / Math.Sqrt(all.Length));
        Assert.Equal(deviation, spread, slack * 5d * deviation / Math.Sqrt(2d * all.Length));
    }
}
