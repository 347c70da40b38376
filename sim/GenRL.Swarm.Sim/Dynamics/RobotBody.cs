using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Sim.Dynamics;

/// <summary>What a robot is made of.</summary>
public sealed record RobotBody
{
    /// <summary>The holonomic robot of all defaults.</summary>
    public static RobotBody Holonomic { get; } = new();

    /// <summary>The differential drive of all defaults.</summary>
    public static RobotBody DifferentialDrive { get; } = new() { Kinematics = KinematicsKind.DifferentialDrive };

    /// <summary>How it moves. Default holonomic.</summary>
    public KinematicsKind Kinematics { get; init; } = KinematicsKind.Holonomic;

    /// <summary>Radius of its disc around its centre, metres. Default 0.12.</summary>
    public float Radius { get; init; } = 0.12f;

    /// <summary>Commands longer than this are shortened to it, metres per second; also the limit of each wheel. Default 1.</summary>
    public float MaxSpeed { get; init; } = 1f;

    /// <summary>Differential drive: distance from the axle's middle, the robot's centre, to the control point ahead of it, metres. Default 0.05.</summary>
    public float ControlPointOffset { get; init; } = 0.05f;

    /// <summary>Differential drive: distance between the wheels, metres. Default 0.16.</summary>
    public float WheelBase { get; init; } = 0.16f;
}
