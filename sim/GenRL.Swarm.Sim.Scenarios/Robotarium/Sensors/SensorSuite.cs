using System.Runtime.Intrinsics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Sensors;

/// <summary>
/// What version 2.0's robots sense: wheel encoders, accelerometer, gyroscope, magnetometer, orientation, seven ranges; with that simulator's
/// noise. Readings of robot i begin at i * <see cref="Readings"/>: encoders left, right (counts since the start), acceleration x, y, z (m/s^2,
/// robot's axes), turn rates x, y, z (rad/s), magnetic field x, y, z (microtesla), orientation (rad, in [0, 2 pi)), ranges 0 ... 6 (m; -1 for
/// nothing).
/// </summary>
/// <remarks>
/// Two things differ from upstream on purpose: it overwrites the speed of the step before with that of the step, so that its accelerometer never
/// sees robots speed up, which ours does; and its orientation is in degrees.
/// </remarks>
internal sealed class SensorSuite
{
    /// <summary>Numbers per robot.</summary>
    public const int Readings = Inertial + RangeSensors.Count;

    // Readings before the ranges, one normal number each.
    private const int Inertial = 12;

    private const double CountsPerRadian = 28d * 100.37 / Math.Tau;
    private const double EncoderNoise = 0.25;
    private const double ImuAhead = 0.0594 - 0.00319;
    private const double ImuLeft = 0.0344628 - 0.0475;
    private const double Gravity = -9.81;
    private const double MagneticLevel = 6.0712;
    private const double MagneticVertical = -39.8594;
    private const double OrientationNoise = 0.310830 * Math.PI / 180d;
    private const double RangeNoise = 0.03;
    private const double DropOut = 0.035;
    private const double Outlier = 0.014;

    private readonly Platform _platform;
    private readonly NoiseBlock _noise;
    private readonly double[] _distances;
    private readonly double[] _encoders;
    private readonly Twist[] _before;
    private readonly float[] _readings;
    private readonly bool _ranges;

    /// <summary>Sensors of <paramref name="robots"/> robots.</summary>
    /// <param name="platform">Gives the wheels' speeds.</param>
    /// <param name="robots">Number of robots.</param>
    /// <param name="ranges">Whether the range sensors are on; where not, they see nothing.</param>
    public SensorSuite(Platform platform, int robots, bool ranges)
    {
        (_platform, _ranges) = (platform, ranges);
        _noise = new NoiseBlock(robots * (ranges ? Readings : Inertial), ranges ? robots * RangeSensors.Count : 0);
        _distances = new double[robots * RangeSensors.Stride];
        _encoders = new double[2 * robots];
        _before = new Twist[robots];
        _readings = new float[(robots * Readings) + 1];
        _readings.AsSpan().Fill((float)RangeSensors.Nothing);
    }

    /// <summary>The readings of robot <paramref name="robot"/>.</summary>
    public ReadOnlySpan<float> Of(int robot) => _readings.AsSpan(robot * Readings, Readings);

    /// <summary>Sets encoders to zero and senses robots that stand still.</summary>
    public void Start(Poses poses, ReadOnlySpan<Segment> obstacles, RandomStream random)
    {
        _encoders.AsSpan().Clear();
        _before.AsSpan().Clear();
        Sense(poses, _before, obstacles, random);
        _encoders.AsSpan().Clear();
    }

    /// <summary>Senses what a step did.</summary>
    /// <param name="poses">After it.</param>
    /// <param name="applied">What the robots did in it.</param>
    /// <param name="obstacles">Walls.</param>
    /// <param name="random">Drawn from once.</param>
    public void Sense(Poses poses, ReadOnlySpan<Twist> applied, ReadOnlySpan<Segment> obstacles, RandomStream random)
    {
        _noise.Fill(random.NextUInt64());
        for (var i = 0; i < poses.Count; i++)
        {
            var readings = _readings.AsSpan(i * Readings, Inertial);
            var noise = _noise.Normal.Slice(i * Inertial, Inertial);
            SenseWheels(i, applied[i], readings, noise);
            SenseMotion(applied[i], _before[i], readings, noise);
            SenseHeading(poses, i, readings, noise);
            _before[i] = applied[i];
        }

        if (_ranges)
        {
            RangeSensors.Measure(poses, obstacles, _distances);
            for (var i = 0; i < poses.Count; i++)
            {
                SenseRanges(i, poses.Count);
            }
        }
    }

    /// <summary>Moves the state.</summary>
    public void Move(ref Snapshot snapshot)
    {
        snapshot.Move(_encoders.AsSpan());
        snapshot.Move(_before.AsSpan());
        snapshot.Move(_readings.AsSpan());
    }

    /// <summary>Draws one robot's rays as far as they were read.</summary>
    public void Draw(Scene scene, in Pose pose, int robot)
    {
        for (var k = 0; k < RangeSensors.Count && _ranges; k++)
        {
            var read = Of(robot)[Inertial + k];
            var (start, direction) = RangeSensors.Ray(pose, k);
            var end = start + ((read >= 0f ? read : RangeSensors.Range) * direction);
            scene.Segment(Role.Ray, start.X, start.Y, end.X, end.Y);
        }
    }

    private void SenseWheels(int robot, Twist applied, Span<float> readings, ReadOnlySpan<float> noise)
    {
        var (left, right) = _platform.Wheels(applied);
        readings[0] = (float)(_encoders[2 * robot] += Count(left, noise[0]));
        readings[1] = (float)(_encoders[(2 * robot) + 1] += Count(right, noise[1]));
    }

    // The noise of each count adds up; at least that of one.
    private static double Count(double wheel, double noise)
    {
        var counts = wheel * (Platform.TimeStep * CountsPerRadian);
        return Math.Round(counts + (EncoderNoise * Math.Sqrt(Math.Max(Math.Abs(counts), 1d)) * noise));
    }

    private static void SenseMotion(Twist applied, Twist before, Span<float> readings, ReadOnlySpan<float> noise)
    {
        var speedUp = (applied.Speed - before.Speed) / Platform.TimeStep;
        var turnUp = (applied.Turn - before.Turn) / Platform.TimeStep;
        var squared = applied.Turn * applied.Turn;
        readings[2] = (float)(speedUp - (turnUp * ImuLeft) - (squared * ImuAhead) + (0.012929 * noise[2]));
        readings[3] = (float)((turnUp * ImuAhead) - (squared * ImuLeft) + (0.012127 * noise[3]));
        readings[4] = (float)(Gravity + (0.052979 * noise[4]));
        readings[5] = (float)(0.001663 * noise[5]);
        readings[6] = (float)(0.001216 * noise[6]);
        readings[7] = (float)(applied.Turn + (0.002372 * noise[7]));
    }

    private static void SenseHeading(Poses poses, int robot, Span<float> readings, ReadOnlySpan<float> noise)
    {
        readings[8] = (float)((MagneticLevel * poses.Cos[robot]) + (3.275843 * noise[8]));
        readings[9] = (float)((-MagneticLevel * poses.Sin[robot]) + (2.365798 * noise[9]));
        readings[10] = (float)(MagneticVertical + (5.232685 * noise[10]));
        var orientation = poses.Heading[robot] + (OrientationNoise * noise[11]);
        readings[11] = (float)(orientation < 0d ? orientation + Math.Tau : orientation);
    }

    // One uniform number says whether a distance is lost, replaced by any other, or read with noise; and what it is replaced by.
    private void SenseRanges(int robot, int robots)
    {
        const double Bad = DropOut + ((1d - DropOut) * Outlier);
        var distance = Vector512.Create<double>(_distances.AsSpan(robot * RangeSensors.Stride));
        var uniform = Widen(_noise.Uniform[(robot * RangeSensors.Count)..]);
        var normal = Widen(_noise.Normal[((robots * Inertial) + (robot * RangeSensors.Count))..]);
        var range = Vector512.Create(RangeSensors.Range);
        var noisy = distance + (Vector512.Create(RangeNoise) * distance * normal);
        var read = Vector512.Min(Vector512.Max(noisy, Vector512<double>.Zero), range);
        var outlier = (uniform - Vector512.Create(DropOut)) * Vector512.Create(RangeSensors.Range / (Bad - DropOut));
        var seen = Vector512.GreaterThanOrEqual(distance, Vector512<double>.Zero) & Vector512.GreaterThanOrEqual(uniform, Vector512.Create(DropOut));
        read = Vector512.ConditionalSelect(Vector512.LessThan(uniform, Vector512.Create(Bad)), outlier, read);
        read = Vector512.ConditionalSelect(seen, read, Vector512.Create(RangeSensors.Nothing));
        // The eighth lane falls on the next robot's first reading, or on the spare one at the end, and is restored.
        var target = _readings.AsSpan((robot * Readings) + Inertial, RangeSensors.Stride);
        var next = target[^1];
        Vector512.Narrow(read, read).GetLower().CopyTo(target);
        target[^1] = next;
    }

    private static Vector512<double> Widen(ReadOnlySpan<float> numbers) => Vector512.WidenLower(Vector512.Create(Vector256.Create(numbers), default));
}
