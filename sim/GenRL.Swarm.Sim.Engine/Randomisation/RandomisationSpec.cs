namespace GenRL.Swarm.Sim.Engine.Randomisation;

/// <summary>
/// How robots, floors, sensors and radio vary from episode to episode: per quantity an interval, drawn from uniformly when an episode begins. The
/// figures are those of the project's sim-to-real study. A model identified from logs gives narrower ones.
/// </summary>
public sealed record RandomisationSpec
{
    /// <summary>The whole ranges.</summary>
    public static RandomisationSpec Default { get; } = new();

    /// <summary>Nothing varies: nominal values, and still the noise that every sensor has.</summary>
    public static RandomisationSpec Nominal { get; } = new() { Curriculum = Curriculum.Off };

    /// <summary>How much of the ranges is used, and how that grows over episodes. Default all.</summary>
    public Curriculum Curriculum { get; init; } = Curriculum.Full;

    /// <summary>Factor on the time constant of the drive.</summary>
    public Interval TimeConstant { get; init; } = new(0.6, 1.6, 1d);

    /// <summary>Factor on the top speed.</summary>
    public Interval TopSpeed { get; init; } = new(0.85, 1.05, 1d);

    /// <summary>Factor from commanded to driven speed: below 1 the floor slips.</summary>
    public Interval Slip { get; init; } = new(0.9, 1d, 1d);

    /// <summary>What the left wheel has over its due and the right one lacks, as a share.</summary>
    public Interval Asymmetry { get; init; } = new(-0.05, 0.05, 0d);

    /// <summary>Commands smaller than this share of the top speed move nothing.</summary>
    public Interval DeadZone { get; init; } = new(0d, 0.05, 0d);

    /// <summary>From command to motor, s.</summary>
    public Interval Delay { get; init; } = new(0d, 0.06, 0d, 0.02);

    /// <summary>By how much the robot's compass is turned, rad.</summary>
    public Interval HeadingBias { get; init; } = new(-Math.PI / 60d, Math.PI / 60d, 0d);

    /// <summary>Standard deviation of the measured own position, m.</summary>
    public Interval PositionNoise { get; init; } = new(0d, 0.03, 0.004);

    /// <summary>How far the measured own position walks off, m per root of a second.</summary>
    public Interval PositionWalk { get; init; } = new(0d, 0.01, 0d);

    /// <summary>Standard deviation of a measured velocity, m/s.</summary>
    public Interval VelocityNoise { get; init; } = new(0d, 0.06, 0.008);

    /// <summary>Standard deviation of a lidar's range, as a share of it.</summary>
    public Interval LidarNoise { get; init; } = new(0d, 0.03, 0.01);

    /// <summary>Probability that a ray sees nothing.</summary>
    public Interval LidarDropOut { get; init; } = new(0d, 0.035, 0d);

    /// <summary>Probability that a ray ends anywhere on its way.</summary>
    public Interval LidarOutliers { get; init; } = new(0d, 0.014, 0d);

    /// <summary>Factor on the range within which neighbours are seen.</summary>
    public Interval NeighbourRange { get; init; } = new(0.9, 1.1, 1d);

    /// <summary>Standard deviation of a neighbour's measured position, m.</summary>
    public Interval NeighbourNoise { get; init; } = Interval.Only(0.004);

    /// <summary>Standard deviation of a wheel encoder's reading, counts.</summary>
    public Interval EncoderNoise { get; init; } = Interval.Only(0.25);

    /// <summary>Standard deviation of a measured yaw rate, rad/s.</summary>
    public Interval GyroNoise { get; init; } = new(0.0012, 0.0024, 0.0018);

    /// <summary>Probability that a message is lost on a link.</summary>
    public Interval MessageLoss { get; init; } = new(0d, 0.5, 0d);

    /// <summary>From sending to hearing, s.</summary>
    public Interval MessageLatency { get; init; } = new(0d, 0.3, 0d);

    /// <summary>This description, if all of it makes sense.</summary>
    /// <exception cref="ArgumentException">It does not; the message names the field and the rule.</exception>
    public RandomisationSpec Checked()
    {
        const double Any = double.PositiveInfinity;
        _ = Curriculum.Checked();
        _ = TimeConstant.Checked(nameof(TimeConstant), double.Epsilon, Any);
        _ = TopSpeed.Checked(nameof(TopSpeed), 0d, Any);
        _ = Slip.Checked(nameof(Slip), 0d, Any);
        _ = Asymmetry.Checked(nameof(Asymmetry), -1d, 1d);
        _ = DeadZone.Checked(nameof(DeadZone), 0d, 1d);
        _ = Delay.Checked(nameof(Delay), 0d, Any);
        _ = HeadingBias.Checked(nameof(HeadingBias), -Math.PI, Math.PI);
        _ = PositionNoise.Checked(nameof(PositionNoise), 0d, Any);
        _ = PositionWalk.Checked(nameof(PositionWalk), 0d, Any);
        _ = VelocityNoise.Checked(nameof(VelocityNoise), 0d, Any);
        _ = LidarNoise.Checked(nameof(LidarNoise), 0d, Any);
        _ = LidarDropOut.Checked(nameof(LidarDropOut), 0d, 1d);
        _ = LidarOutliers.Checked(nameof(LidarOutliers), 0d, 1d);
        _ = NeighbourRange.Checked(nameof(NeighbourRange), 0d, Any);
        _ = NeighbourNoise.Checked(nameof(NeighbourNoise), 0d, Any);
        _ = EncoderNoise.Checked(nameof(EncoderNoise), 0d, Any);
        _ = GyroNoise.Checked(nameof(GyroNoise), 0d, Any);
        _ = MessageLoss.Checked(nameof(MessageLoss), 0d, 1d);
        _ = MessageLatency.Checked(nameof(MessageLatency), 0d, Any);
        return this;
    }
}
