using System.Runtime.CompilerServices;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>
/// The robot as one of the two published simulators of the Robotarium models it (robotarium_python_simulator, versions 2.0 of 2026 and of 2023).
/// </summary>
internal sealed class Platform
{
    /// <summary>Seconds per step.</summary>
    public const double TimeStep = 0.033;

    /// <summary>m.</summary>
    public const double WheelRadius = 0.016;

    /// <summary>m/s.</summary>
    public const double MaxSpeed = 0.2;

    /// <summary>rad/s of a wheel.</summary>
    public const double MaxWheelSpeed = MaxSpeed / WheelRadius;

    /// <summary>rad/s; the older simulator's limit.</summary>
    public const double MaxTurn = 2d * (WheelRadius / RobotDiameter) * MaxWheelSpeed;

    /// <summary>m.</summary>
    public const double RobotDiameter = 0.11;

    /// <summary>m between the points <see cref="CollisionOffset"/> ahead of two axles at which robots count as touching.</summary>
    public const double CollisionDiameter = 0.135;

    /// <summary>m.</summary>
    public const double CollisionOffset = 0.025;

    // Multiplied with, as the simulators do: at the limit itself the last bit decides whether it counts as exceeded.
    private const double PerRadius = 1d / (2d * WheelRadius);

    private readonly bool _limitsWheels;

    private Platform(double baseLength, bool limitsWheels) => (BaseLength, _limitsWheels) = (baseLength, limitsWheels);

    /// <summary>Version 2.0: the wheels are limited, each by itself.</summary>
    public static Platform V2 { get; } = new(0.11, limitsWheels: true);

    /// <summary>The version of 2023, which MARBLER and JaxRobotarium build on: speed and turn are limited, each by itself.</summary>
    public static Platform Legacy { get; } = new(0.105, limitsWheels: false);

    /// <summary>m between the wheels.</summary>
    public double BaseLength { get; }

    /// <summary>Speeds of the wheels under <paramref name="twist"/>, rad/s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (double Left, double Right) Wheels(Twist twist) =>
        (PerRadius * ((2d * twist.Speed) - (BaseLength * twist.Turn)), PerRadius * ((2d * twist.Speed) + (BaseLength * twist.Turn)));

    /// <summary>Whether <paramref name="command"/> asks more of a wheel than it can.</summary>
    public bool Exceeds(Twist command) => FasterWheel(command) > MaxWheelSpeed;

    /// <summary>Speed of the faster wheel under <paramref name="twist"/>, either way, rad/s.</summary>
    public double FasterWheel(Twist twist)
    {
        var (left, right) = Wheels(twist);
        return Math.Max(Math.Abs(left), Math.Abs(right));
    }

    /// <summary>What the robot does when told <paramref name="command"/>.</summary>
    public Twist Saturate(Twist command)
    {
        if (!_limitsWheels)
        {
            return new Twist(Math.Clamp(command.Speed, -MaxSpeed, MaxSpeed), Math.Clamp(command.Turn, -MaxTurn, MaxTurn));
        }

        var (left, right) = Wheels(command);
        left = Math.Clamp(left, -MaxWheelSpeed, MaxWheelSpeed);
        right = Math.Clamp(right, -MaxWheelSpeed, MaxWheelSpeed);
        return new Twist(WheelRadius / 2d * (left + right), WheelRadius / BaseLength * (right - left));
    }
}
