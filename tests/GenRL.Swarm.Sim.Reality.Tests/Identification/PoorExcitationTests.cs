using System.Numerics;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Flights;
using GenRL.Swarm.Sim.Reality.Identification;

namespace GenRL.Swarm.Sim.Reality.Tests.Identification;

public sealed class PoorExcitationTests
{
    private static readonly Floor Dead = Floor.Nominal with { Drive = new DriveModel { DeadZone = 10f } };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Identify_ARobotThatNeverMoved_TellsNothing(bool wheels)
    {
        var body = wheels ? RobotBody.DifferentialDrive : RobotBody.Holonomic;

        var result = SystemIdentification.Identify([Planted.Fly(body, Dead, 60, 1)]);

        Assert.All(result.Parameters, parameter => AssertUntold(parameter, "never moved"));
        Assert.Equal(new FloorRange(), result.Range);
    }

    [Fact]
    public void Identify_AHolonomicRobotThatWentAlongXOnly_DoesNotTellWhatYDoes()
    {
        var result = Identify(RobotBody.Holonomic, Planted.Holonomic with { Actuators = Planted.Holonomic.Actuators with { GainYX = 0f } },
            time => new Vector2(Square(time, 2.3) * (0.4f + (0.3f * Square(time, 7.1))), 0f));

        Assert.All(["gain_xy", "gain_yy"], name => AssertUntold(result[name], "open"));
        Assert.Equal(0.85, result["gain_xx"].Value!.Value, 0.02);
        Assert.Equal(0.4, result["time_constant_s"].Value!.Value, 0.02);
        Assert.Null(result.Range.GainYY);
        Assert.NotNull(result.Range.GainXX);
    }

    [Fact]
    public void Identify_ARobotThatOnlyCruised_DoesNotTellTimeConstantAndDelay()
    {
        var result = Identify(RobotBody.Holonomic, Floor.Nominal, _ => new Vector2(0.5f, 0.2f));

        Assert.All(["time_constant_s", "delay_s", "gain_xy", "dead_zone_mps"], name => AssertUntold(result[name], "open"));
    }

    [Fact]
    public void Identify_ADriveThatWentStraight_DoesNotTellItsWheelBase()
    {
        // Towards +x whatever it does: it turns there once and then only speeds up and slows down.
        var result = Identify(RobotBody.DifferentialDrive, Floor.Nominal, time => new Vector2(0.45f + (0.35f * Square(time, 2.3)), 0f));

        AssertUntold(result["wheel_base_m"], "open");
        Assert.Equal(0.25, result["time_constant_s"].Value!.Value, 0.02);
    }

    [Fact]
    public void Identify_TenSeconds_SaysHowManyWindowsItNeeds()
    {
        var error = Assert.Throws<FlightLogException>(() => Identify(RobotBody.Holonomic, Floor.Nominal, null, 10));

        Assert.Equal("planted: /step: holds 4 windows of 2 s without a gap; 12 are needed", error.Message);
    }

    /// <summary>What a log without its first five seconds says, in which the robot came up to speed.</summary>
    private static IdentificationResult Identify(RobotBody body, Floor floor, Func<double, Vector2>? command, double seconds = 120)
    {
        var flight = Planted.Fly(body, floor, seconds + 5, 5, command: command);
        return SystemIdentification.Identify([flight with { Segments = [new FlightSegment(250, flight.Segments[0].Steps[250..])] }]);
    }

    private static float Square(double time, double period) => time % period < period / 2 ? 1f : -1f;

    private static void AssertUntold(IdentifiedParameter parameter, string reason)
    {
        Assert.Null(parameter.Value);
        Assert.Null(parameter.Interval);
        Assert.Null(parameter.Range);
        Assert.Contains(reason, parameter.Reason, StringComparison.Ordinal);
    }
}
