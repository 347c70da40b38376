namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;

/// <summary>Drives a robot to a point by a control Lyapunov function in polar coordinates (the older clf_unicycle_position_controller).</summary>
internal static class PolarPositionController
{
    /// <summary>The command.</summary>
    /// <param name="pose">The robot's.</param>
    /// <param name="goal">m.</param>
    /// <param name="speedGain">1/s.</param>
    /// <param name="turnGain">rad/s per metre.</param>
    public static Twist Control(in Pose pose, Vector2D goal, double speedGain = 0.8, double turnGain = 3d)
    {
        var error = goal - pose.Position;
        return new Twist(speedGain * pose.Along(error), turnGain * pose.Across(error));
    }
}
