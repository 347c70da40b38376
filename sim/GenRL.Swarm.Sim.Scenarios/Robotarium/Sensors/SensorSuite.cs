using System.Runtime.Intrinsics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Sensors;

/// <summary>
/// What version 2.0's robots sense: wheel encoders, accelerometer, gyroscope, magnetometer, orientation, seven ranges; with that simulator's
/// noise. Readings of robot i begin at i * <see cref="Readings"/>: encoders left, right (counts since the start), acceleration x, y, z (m/s^2,
/// robot's axes), turn rates x, y, z (rad/s), magnetic field x, y, z (microtesla), orientation (rad), ranges 0 ... 6 (m; -1 for
/// nothing).
/// </summary>
/// <remarks>
/// Two things differ from upstream on purpose: it overwrites the speed of the step before with that of the step, so that its accelerometer never
/// sees robots speed up, which ours does; and its orientation is in degrees from 0 to 360.
/// </remarks>
internal sealed class SensorSuite
{
    /// <summary>Numbers per robot.</summary>
    public const int Readings = Wheels + Inertial + RangeSensors.Count;

    private const int Wheels = 2;
    private const int Inertial = 10;

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

    // Reading 0 of a robot's inertial ones is its third; lanes beyond them fall on ranges that are off or still to come.
    private const int Lanes = 16;

    private static readonly Vector512<float> Deviations = Vector512.Create(
        0.012929f, 0.012127f, 0.052979f, 0.001663f, 0.001216f, 0.002372f, 3.275843f, 2.365798f, 5.232685f, (float)OrientationNoise,
        0f, 0f, 0f, 0f, 0f, 0f);

    private readonly Platform _platform;
    private readonly NoiseBlock _noise;
    private readonly RangeSensors? _ranges;
    private readonly double[] _distances;
    private readonly double[] _turned;
    private readonly double[] _encoders;
    private readonly Twist[] _before;
    private readonly float[] _means;
    private readonly float[] _readings;

    /// <summary>Sensors of <paramref name="robots"/> robots.</summary>
    /// <param name="platform">Gives the wheels' speeds.</param>
    /// <param name="robots">Number of robots.</param>
    /// <param name="ranges">Whether the range sensors are on; where not, they see nothing.</param>
    public SensorSuite(Platform platform, int robots, bool ranges)
    {
        (_platform, _ranges) = (platform, ranges ? new RangeSensors(robots) : null);
        _noise = new NoiseBlock(robots * (ranges ? Readings : Wheels + Inertial), ranges ? robots * RangeSensors.Count : 0);
        _distances = new double[robots * RangeSensors.Stride];
        (_turned, _encoders) = (new double[(Wheels * robots) + Nearness.Width], new double[(Wheels * robots) + Nearness.Width]);
        _before = new Twist[robots];
        _readings = new float[(robots * Readings) + 1];
        _readings.AsSpan().Fill((float)RangeSensors.Nothing);
        _means = new float[robots * Lanes];
        _means.AsSpan().Fill((float)RangeSensors.Nothing);
        for (var i = 0; i < robots; i++)
        {
            var means = _means.AsSpan(i * Lanes);
            (means[2], means[3], means[4], means[8]) = ((float)Gravity, 0f, 0f, (float)MagneticVertical);
        }
    }

    /// <summary>The readings of robot <paramref name="robot"/>.</summary>
    public ReadOnlySpan<float> Of(int robot) => _readings.AsSpan(robot * Readings, Readings);

    /// <summary>Sets encoders to zero and senses robots that stand still.</summary>
    public void Start(Poses poses, ReadOnlySpan<Segment> obstacles, RandomStream random, Neighbours? neighbours = null)
    {
        _before.AsSpan().Clear();
        Sense(poses, _before, obstacles, random, neighbours);
        _encoders.AsSpan().Clear();
        for (var i = 0; i < poses.Count; i++)
        {
            (_readings[i * Readings], _readings[(i * Readings) + 1]) = (0f, 0f);
        }
    }

    /// <summary>Senses what a step did.</summary>
    /// <param name="poses">After it.</param>
    /// <param name="applied">What the robots did in it.</param>
    /// <param name="obstacles">Walls.</param>
    /// <param name="random">Drawn from once.</param>
    /// <param name="neighbours">Lists of who may be near whom, to speed it up; may be null.</param>
    public void Sense(Poses poses, ReadOnlySpan<Twist> applied, ReadOnlySpan<Segment> obstacles, RandomStream random, Neighbours? neighbours = null)
    {
        _noise.Fill(random.NextUInt64());
        SenseMotion(poses, applied);
        SenseWheels(poses.Count);
        for (var i = 0; i < poses.Count; i++)
        {
            var noise = Vector512.Create(_noise.Normal[((Wheels * poses.Count) + (Inertial * i))..]);
            var read = Vector512.FusedMultiplyAdd(Deviations, noise, Vector512.Create<float>(_means.AsSpan(Lanes * i)));
            read.CopyTo(_readings, (i * Readings) + Wheels);
        }

        if (_ranges is not null)
        {
            _ranges.Measure(poses, obstacles, _distances, neighbours);
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
        for (var k = 0; k < RangeSensors.Count && _ranges is not null; k++)
        {
            var read = Of(robot)[Wheels + Inertial + k];
            var (start, direction) = RangeSensors.Ray(pose, k);
            var end = start + ((read >= 0f ? read : RangeSensors.Range) * direction);
            scene.Segment(Role.Ray, start.X, start.Y, end.X, end.Y);
        }
    }

    // What the sensors would read without noise, and how far the wheels turn.
    private void SenseMotion(Poses poses, ReadOnlySpan<Twist> applied)
    {
        const double PerStep = 1d / Platform.TimeStep;
        const double CountsPerSpeed = Platform.TimeStep * CountsPerRadian;
        for (var i = 0; i < applied.Length; i++)
        {
            var (twist, before) = (applied[i], _before[i]);
            var (left, right) = _platform.Wheels(twist);
            (_turned[2 * i], _turned[(2 * i) + 1]) = (CountsPerSpeed * left, CountsPerSpeed * right);
            var speedUp = PerStep * (twist.Speed - before.Speed);
            var turnUp = PerStep * (twist.Turn - before.Turn);
            var squared = twist.Turn * twist.Turn;
            var means = _means.AsSpan(i * Lanes, Lanes);
            means[0] = (float)(speedUp - (turnUp * ImuLeft) - (squared * ImuAhead));
            means[1] = (float)((turnUp * ImuAhead) - (squared * ImuLeft));
            means[5] = (float)twist.Turn;
            means[6] = (float)(MagneticLevel * poses.Cos[i]);
            means[7] = (float)(-MagneticLevel * poses.Sin[i]);
            means[9] = (float)poses.Heading[i];
            _before[i] = twist;
        }
    }

    // The noise of each count adds up; at least that of one.
    private void SenseWheels(int robots)
    {
        for (var i = 0; i < Wheels * robots; i += Nearness.Width)
        {
            var turned = Vector512.Create<double>(_turned.AsSpan(i));
            var deviation = Vector512.Create(EncoderNoise) * Vector512.Sqrt(Vector512.Max(Vector512.Abs(turned), Vector512<double>.One));
            var counts = Vector512.Round(Vector512.FusedMultiplyAdd(deviation, Widen(_noise.Normal[i..]), turned));
            (Vector512.Create<double>(_encoders.AsSpan(i)) + counts).CopyTo(_encoders, i);
        }

        for (var i = 0; i < robots; i++)
        {
            _readings[i * Readings] = (float)_encoders[2 * i];
            _readings[(i * Readings) + 1] = (float)_encoders[(2 * i) + 1];
        }
    }

    // One uniform number says whether a distance is lost, replaced by any other, or read with noise; and what it is replaced by.
    private void SenseRanges(int robot, int robots)
    {
        const double Bad = DropOut + ((1d - DropOut) * Outlier);
        var distance = Vector512.Create<double>(_distances.AsSpan(robot * RangeSensors.Stride));
        var uniform = Widen(_noise.Uniform[(robot * RangeSensors.Count)..]);
        var normal = Widen(_noise.Normal[((robots * (Wheels + Inertial)) + (robot * RangeSensors.Count))..]);
        var range = Vector512.Create(RangeSensors.Range);
        var noisy = distance + (Vector512.Create(RangeNoise) * distance * normal);
        var read = Vector512.Min(Vector512.Max(noisy, Vector512<double>.Zero), range);
        var outlier = (uniform - Vector512.Create(DropOut)) * Vector512.Create(RangeSensors.Range / (Bad - DropOut));
        var seen = Vector512.GreaterThanOrEqual(distance, Vector512<double>.Zero) & Vector512.GreaterThanOrEqual(uniform, Vector512.Create(DropOut));
        read = Vector512.ConditionalSelect(Vector512.LessThan(uniform, Vector512.Create(Bad)), outlier, read);
        read = Vector512.ConditionalSelect(seen, read, Vector512.Create(RangeSensors.Nothing));
        // The eighth lane falls on the next robot's first reading, or on the spare one at the end, and is restored.
        var target = _readings.AsSpan((robot * Readings) + Wheels + Inertial, RangeSensors.Stride);
        var next = target[^1];
        Vector512.Narrow(read, read).GetLower().CopyTo(target);
        target[^1] = next;
    }

    private static Vector512<double> Widen(ReadOnlySpan<float> numbers) => Vector512.WidenLower(Vector512.Create(Vector256.Create(numbers), default));
}
