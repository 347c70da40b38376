namespace GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;

/// <summary>Drives a point to a goal: proportional, with a greatest speed.</summary>
/// <param name="Gain">1/s.</param>
/// <param name="MaxSpeed">m/s.</param>
internal sealed record PositionController(double Gain, double MaxSpeed = 0.15)
{
    /// <summary>Version 2.0's si_position_controller.</summary>
    public static PositionController V2 { get; } = new(0.8);

    /// <summary>The older si_position_controller.</summary>
    public static PositionController Legacy { get; } = new(1d);

    /// <summary>The velocity of a point at <paramref name="position"/>.</summary>
    public Vector2D Control(Vector2D position, Vector2D goal) => (Gain * (goal - position)).CappedTo(MaxSpeed);

    /// <summary>The same for the point <paramref name="distance"/> metres ahead of a robot, as its command (uni_position_controller).</summary>
    public Twist Control(in Pose pose, Vector2D goal, double distance) =>
        UnicycleMaps.FromPoint(pose, Control(pose.Ahead(distance), goal), distance);
}
