using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Sim.Dynamics;

namespace GenRL.Swarm.Sim.Reality.Replay;

/// <summary>The true state that a measurement speaks of.</summary>
internal static class StartState
{
    /// <summary>The state of <paramref name="body"/> whose control point is at the origin and moves as <paramref name="measured"/>.</summary>
    /// <param name="body">The robot.</param>
    /// <param name="drive">Its drive: the wheels' speeds follow from the yaw rate and the real wheel base.</param>
    /// <param name="measured">What was measured. Its position is left out: single precision then serves a window anywhere.</param>
    public static RobotState Of(RobotBody body, DriveModel drive, in EgoState measured)
    {
        if (body.Kinematics == KinematicsKind.Holonomic)
        {
            return new RobotState { Velocity = measured.Velocity, Heading = measured.Heading };
        }

        var (sin, cos) = MathF.SinCos(measured.Heading);
        var ahead = new Vector2(cos, sin);
        var forward = Vector2.Dot(measured.Velocity, ahead);
        var turn = measured.YawRate * body.WheelBase * drive.WheelBaseScale * 0.5f;
        return new RobotState
        {
            Position = -ahead * body.ControlPointOffset,
            Velocity = ahead * forward,
            Heading = measured.Heading,
            YawRate = measured.YawRate,
            Left = forward - turn,
            Right = forward + turn,
        };
    }
}
