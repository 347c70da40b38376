using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Dynamics;

namespace GenRL.Swarm.Sim.Tests.Dynamics;

public sealed class DifferentialDriveTests
{
    private static readonly RobotBody Body = RobotBody.DifferentialDrive;

    [Fact]
    public void Step_AgreesWithFineEulerOfTheWheels()
    {
        var state = new RobotState { Heading = 0.4f, Left = 0.2f, Right = -0.1f };
        var settled = new Vector2(0.2f, 0.5f);
        var (x, y, heading, left, right) = (0d, 0d, 0.4, (double)0.2f, (double)-0.1f);

        for (var step = 0; step < 50; step++)
        {
            var (forward, turn) = Mapped(state.Heading, settled);
            Step(settled, ref state);
            for (var i = 0; i < 2000; i++)
            {
                var (v, w) = ((left + right) / 2, (right - left) / Body.WheelBase);
                x += v * Math.Cos(heading) * 1e-5;
                y += v * Math.Sin(heading) * 1e-5;
                heading += w * 1e-5;
                left += (forward - turn - left) / 0.25 * 1e-5;
                right += (forward + turn - right) / 0.25 * 1e-5;
            }
        }

        Assert.Equal(x, state.Position.X, 1e-4);
        Assert.Equal(y, state.Position.Y, 1e-4);
        Assert.Equal(Math.IEEERemainder(heading, Math.Tau), state.Heading, 1e-3);
    }

    [Fact]
    public void ControlPoint_ReachesTheCommandedVelocity_FromAnyHeading()
    {
        for (var heading = -3f; heading < 3f; heading += 0.5f)
        {
            var state = new RobotState { Heading = heading };
            for (var i = 0; i < 200; i++)
            {
                Step(new Vector2(0f, 0.5f), ref state);
            }

            var ahead = new Vector2(MathF.Cos(state.Heading), MathF.Sin(state.Heading)) * Body.ControlPointOffset;
            var velocity = state.Velocity + (new Vector2(-ahead.Y, ahead.X) * state.YawRate);
            Assert.True(Vector2.Distance(velocity, new Vector2(0f, 0.5f)) < 0.01f, $"from heading {heading}: {velocity}");
        }
    }

    [Fact]
    public void Wheels_NeverExceedTheirLimit()
    {
        var state = default(RobotState);
        for (var i = 0; i < 500; i++)
        {
            Step(new Vector2(MathF.Sin(i), MathF.Cos(2.3f * i)), ref state);

            Assert.InRange(state.Left, -1.00001f, 1.00001f);
            Assert.InRange(state.Right, -1.00001f, 1.00001f);
        }
    }

    private static (double Forward, double Turn) Mapped(float heading, Vector2 u)
    {
        var forward = (Math.Cos(heading) * u.X) + (Math.Sin(heading) * u.Y);
        var turn = ((Math.Cos(heading) * u.Y) - (Math.Sin(heading) * u.X)) / Body.ControlPointOffset * Body.WheelBase / 2;
        var fastest = Math.Max(Math.Abs(forward - turn), Math.Abs(forward + turn));
        var scale = Math.Min(1, Body.MaxSpeed / fastest);
        return (forward * scale, turn * scale);
    }

    private static void Step(Vector2 settled, ref RobotState state) => DifferentialDrive.Step(
        LagCoefficients.Of(ActuatorModel.Nominal, 0.02), LagCoefficients.Of(ActuatorModel.Nominal, 0.01), Body, DriveModel.Perfect, settled, ref state);
}
