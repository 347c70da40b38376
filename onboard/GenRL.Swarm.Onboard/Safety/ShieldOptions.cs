using GenRL.Swarm.Configuration;

namespace GenRL.Swarm.Onboard.Safety;

/// <summary>What the shield assumes of robot, sensors and neighbours. The floor is not in it: that is the <c>ActuatorModel</c> of the release.</summary>
public sealed record ShieldOptions
{
    /// <summary>Radius of the robot, metres: the disc around its centre that nothing may enter. Positive.</summary>
    public double Radius { get; init; } = 0.12;

    /// <summary>
    /// Distance of the control point ahead of the centre, metres: 0 for a holonomic robot. The disc around the control point that covers the
    /// body has radius <see cref="Radius"/> + this, which is what the shield keeps free.
    /// </summary>
    public double ControlPointAhead { get; init; }

    /// <summary>Largest commanded speed, metres per second. Positive.</summary>
    public double MaxSpeed { get; init; } = 1.0;

    /// <summary>Largest acceleration that the wheels can give without slipping, metres per second squared. Positive.</summary>
    public double MaxAcceleration { get; init; } = 1.5;

    /// <summary>
    /// Share of the available braking that the barrier counts on, 0 to 1: the rest is for what the actuator model gets wrong. With the default
    /// <see cref="MaxAcceleration"/> that is 1.2 m/s^2, for which the barrier was tuned.
    /// </summary>
    public double UsableBraking { get; init; } = 0.8;

    /// <summary>
    /// How fast a barrier value may fall: dh/dt &gt;= -gamma h^3, s/m^2. 4 lets robots pass each other smoothly; smaller acts earlier.
    /// </summary>
    public double Gamma { get; init; } = 4.0;

    /// <summary>
    /// Distance added to every contact distance, metres: covers the error of measured positions (twice 4 mm) and of the barrier's linearisation.
    /// Sampling and latency are added on top.
    /// </summary>
    public double Margin { get; init; } = 0.02;

    /// <summary>Length of a control step, seconds: how long a command stands. Positive.</summary>
    public double StepSeconds { get; init; } = 0.02;

    /// <summary>Age from which a sensor frame no longer counts, seconds: 5 control steps. Positive.</summary>
    public double StaleSeconds { get; init; } = 0.1;

    /// <summary>
    /// Part of a pair's braking that this robot does, 0.5 to 1. The barrier counts on both robots' braking, so a = ai / (ai + aj) = 0.5 is enough
    /// for two; in a crowd the other may be unable to do its part, and with 0.5 pile-ups of 16 touch (docs/safety.md). 1: this robot does all of it.
    /// </summary>
    public double NeighbourShare { get; init; } = 1.0;

    /// <summary>
    /// What a neighbour may do unseen while a command is delayed: settle towards this robot at this part of the top speed, 0 to 1. 1 is the
    /// bound for any neighbour on the same floor; 0.5 is enough for neighbours behind this shield. Without a delay it has no effect.
    /// </summary>
    public double UnseenApproach { get; init; } = 0.5;

    /// <summary>The options of one robot as its fleet's configuration states them.</summary>
    public static ShieldOptions From(RobotConfiguration robot, ShieldConfiguration shield)
    {
        ArgumentNullException.ThrowIfNull(robot);
        ArgumentNullException.ThrowIfNull(shield);
        return new ShieldOptions
        {
            Radius = robot.Radius,
            ControlPointAhead = robot.ControlPointAhead,
            MaxSpeed = robot.MaxSpeed,
            MaxAcceleration = robot.MaxAcceleration,
            UsableBraking = shield.UsableBraking,
            Gamma = shield.Gamma,
            Margin = shield.Margin,
            StepSeconds = 1 / shield.RateHz,
            StaleSeconds = shield.StaleSeconds,
            NeighbourShare = shield.NeighbourShare,
            UnseenApproach = shield.UnseenApproach,
        };
    }

    /// <summary>Throws when a value is out of its range.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or out of range.</exception>
    internal void Validate()
    {
        Require(Radius > 0, Radius, nameof(Radius));
        Require(ControlPointAhead >= 0, ControlPointAhead, nameof(ControlPointAhead));
        Require(MaxSpeed > 0, MaxSpeed, nameof(MaxSpeed));
        Require(MaxAcceleration > 0, MaxAcceleration, nameof(MaxAcceleration));
        Require(UsableBraking is > 0 and <= 1, UsableBraking, nameof(UsableBraking));
        Require(Gamma > 0, Gamma, nameof(Gamma));
        Require(Margin >= 0, Margin, nameof(Margin));
        Require(StepSeconds > 0, StepSeconds, nameof(StepSeconds));
        Require(StaleSeconds > 0, StaleSeconds, nameof(StaleSeconds));
        Require(NeighbourShare is >= 0.5 and <= 1, NeighbourShare, nameof(NeighbourShare));
        Require(UnseenApproach is >= 0 and <= 1, UnseenApproach, nameof(UnseenApproach));
    }

    private static void Require(bool holds, double value, string name)
    {
        if (!holds || !double.IsFinite(value))
        {
            throw new ArgumentOutOfRangeException(name, value, "Out of range.");
        }
    }
}
