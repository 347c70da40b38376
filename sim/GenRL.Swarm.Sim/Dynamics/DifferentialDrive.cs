using System.Numerics;

namespace GenRL.Swarm.Sim.Dynamics;

/// <summary>
/// Two driven wheels, commanded by a planar velocity u of a control point that lies l ahead of the axle: u = R(heading) diag(1, l) (v, w)
/// (feedback linearisation; Siegwart and Nourbakhsh, also Robotarium's si_to_uni mapping). The floor's gain matrix, delay and bias act on u before it is
/// mapped to wheels; its time constant is the lag of each wheel. Too fast a wheel slows both, so that the curvature is kept; then the drive does with
/// each wheel's command what it does.
/// </summary>
/// <remarks>
/// Wheel speeds and heading are exact for any step. The axle's path is integrated by Simpson's rule over the exact
/// speed and heading, its error is of fifth order in the step: below 1 um for a step of 20 ms.
/// </remarks>
internal static class DifferentialDrive
{
    /// <summary>One step under the settled planar velocity <paramref name="settled"/> of the control point.</summary>
    /// <param name="whole">Coefficients of the step.</param>
    /// <param name="half">Coefficients of half the step.</param>
    /// <param name="body">The robot.</param>
    /// <param name="drive">How its wheels differ from what the mapping believes of them.</param>
    /// <param name="settled">G u + bias, metres per second, world axes.</param>
    /// <param name="state">The state; position and velocity are those of the axle's middle.</param>
    public static void Step(in LagCoefficients whole, in LagCoefficients half, RobotBody body, DriveModel drive, Vector2 settled, ref RobotState state)
    {
        var (sin, cos) = MathF.SinCos(state.Heading);
        var forward = (cos * settled.X) + (sin * settled.Y);
        var turn = ((cos * settled.Y) - (sin * settled.X)) / body.ControlPointOffset * (body.WheelBase * 0.5f);
        var left = forward - turn;
        var right = forward + turn;
        var fastest = MathF.Max(MathF.Abs(left), MathF.Abs(right));
        if (fastest > body.MaxSpeed)
        {
            left *= body.MaxSpeed / fastest;
            right *= body.MaxSpeed / fastest;
        }

        left = drive.LeftGain * DeadZone.Apply(left, drive.DeadZone);
        right = drive.RightGain * DeadZone.Apply(right, drive.DeadZone);
        var wheelBase = body.WheelBase * drive.WheelBaseScale;
        var startSpeed = (state.Left + state.Right) * 0.5f;
        var (middleSpeed, middleHeading) = After(half, wheelBase, state, left, right);
        var (endSpeed, endHeading) = After(whole, wheelBase, state, left, right);
        var (middleSin, middleCos) = MathF.SinCos(middleHeading);
        var (endSin, endCos) = MathF.SinCos(endHeading);
        state.Position += new Vector2(
            (startSpeed * cos) + (4f * middleSpeed * middleCos) + (endSpeed * endCos),
            (startSpeed * sin) + (4f * middleSpeed * middleSin) + (endSpeed * endSin)) * (whole.Dt / 6f);
        state.Left = left + ((state.Left - left) * whole.Decay);
        state.Right = right + ((state.Right - right) * whole.Decay);
        state.Heading = MathF.IEEERemainder(endHeading, MathF.Tau);
        state.YawRate = (state.Right - state.Left) / wheelBase;
        state.Velocity = new Vector2(endSpeed * endCos, endSpeed * endSin);
    }

    private static (float Speed, float Heading) After(in LagCoefficients lag, float wheelBase, RobotState state, float left, float right)
    {
        var leftExcess = state.Left - left;
        var rightExcess = state.Right - right;
        var leftPath = (left * lag.Dt) + (leftExcess * lag.Coast);
        var rightPath = (right * lag.Dt) + (rightExcess * lag.Coast);
        var speed = (left + (leftExcess * lag.Decay) + right + (rightExcess * lag.Decay)) * 0.5f;
        return (speed, state.Heading + ((rightPath - leftPath) / wheelBase));
    }
}
