namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;

/// <summary>
/// Drives a robot to a point and a heading by a control Lyapunov function in polar coordinates (pose_controller_clf; after Aicardi et al.,
/// Closed loop steering of unicycle like vehicles via Lyapunov techniques, 1995).
/// </summary>
/// <param name="MaxWheelSpeed">The command is scaled down so that no wheel is faster, rad/s; the older simulator has no such limit.</param>
/// <param name="ApproachGain">1/s.</param>
/// <param name="TurnGain">1/s, on the bearing's error.</param>
/// <param name="HeadingGain">On the goal's heading.</param>
internal sealed record PolarPoseController(
    double MaxWheelSpeed, double ApproachGain = 1d, double TurnGain = 2.7, double HeadingGain = 1d)
{
    /// <summary>Version 2.0's.</summary>
    public static PolarPoseController V2 { get; } = new(10d);

    /// <summary>The older one.</summary>
    public static PolarPoseController Legacy { get; } = new(double.PositiveInfinity);

    /// <summary>The command.</summary>
    public Twist Control(in Pose pose, in Pose goal)
    {
        var error = goal.Position - pose.Position;
        var bearing = Math.Atan2(error.Y, error.X);
        var alpha = Angle.Wrap(bearing - pose.Heading);
        var phi = Angle.Wrap(bearing - goal.Heading);
        var (sin, cos) = Math.SinCos(alpha);
        // Its limit where the quotient cannot be formed.
        var sinc = Math.Abs(alpha) < 1e-6 ? 1d : sin / alpha;
        var twist = new Twist(ApproachGain * error.Length * cos, (TurnGain * alpha) + (ApproachGain * cos * sinc * (alpha + (HeadingGain * phi))));
        // The wheel base is the older platform's in both versions.
        var fastest = Platform.Legacy.FasterWheel(twist);
        return fastest > MaxWheelSpeed ? MaxWheelSpeed / fastest * twist : twist;
    }
}
