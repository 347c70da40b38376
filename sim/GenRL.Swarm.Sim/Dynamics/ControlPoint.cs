using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Perception;

namespace GenRL.Swarm.Sim.Dynamics;

/// <summary>The point that is commanded and measured: a holonomic robot's centre, or the point ahead of a differential drive's axle.</summary>
internal static class ControlPoint
{
    /// <summary>Position and velocity of the control point, heading and yaw rate of the body, for the true state <paramref name="state"/>.</summary>
    public static EgoState Of(RobotBody body, RobotState state)
    {
        if (body.Kinematics == KinematicsKind.Holonomic)
        {
            return new EgoState(state.Position, state.Velocity, state.Heading, state.YawRate);
        }

        var (sin, cos) = MathF.SinCos(state.Heading);
        var offset = body.ControlPointOffset;
        var ahead = new Vector2(cos, sin) * offset;
        var sideways = new Vector2(-sin, cos) * (offset * state.YawRate);
        return new EgoState(state.Position + ahead, state.Velocity + sideways, state.Heading, state.YawRate);
    }
}
