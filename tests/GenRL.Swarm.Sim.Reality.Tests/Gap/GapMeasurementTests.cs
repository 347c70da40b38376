using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Flights;
using GenRL.Swarm.Sim.Reality.Gap;

namespace GenRL.Swarm.Sim.Reality.Tests.Gap;

public sealed class GapMeasurementTests(ITestOutputHelper output)
{
    private static readonly RobotBody[] Bodies = [RobotBody.Holonomic, RobotBody.DifferentialDrive];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Measure_OnTheFloorItselfWithoutNoise_IsNothing(int body)
    {
        var floor = Flown(Bodies[body]) with { PositionNoise = 0f, VelocityNoise = 0f };

        var report = GapMeasurement.Measure([Planted.Fly(Bodies[body], floor, 30, 1, gyro: 0f)], floor, 1);

        Assert.All(report.Rows, row => Assert.InRange(row.Ratio, 0, 1e-3));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Measure_OnTheFloorItself_IsNearNothing_AndOnAnother_Clearly_Greater(int body)
    {
        var flight = Planted.Fly(Bodies[body], Flown(Bodies[body]), 120, 1, 0.005f);

        var own = GapMeasurement.Measure([flight], Flown(Bodies[body]), 1);
        var other = GapMeasurement.Measure([flight], Floor.SteelHall, 1);

        output.WriteLine(GapTable.Text(own) + GapTable.Text(other));
        Assert.All(own.Rows.Zip(other.Rows), pair => Assert.True(pair.Second.Interval!.Value.Low > 2 * pair.First.Interval!.Value.High));
        Assert.All(own.Rows, row => Assert.InRange(row.Ratio, 0, 0.25));
        Assert.InRange(own.Rows[2].Ratio, 0, 0.1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Measure_GrowsWithTheMismatch(int body)
    {
        var floor = Flown(Bodies[body]);
        var flight = Planted.Fly(Bodies[body], floor, 120, 2, 0.005f);
        Func<float, Floor>[] mismatches =
        [
            x => floor with { Actuators = floor.Actuators with { TimeConstant = floor.Actuators.TimeConstant * (1f + x) } },
            x => floor with { Actuators = floor.Actuators with { Delay = floor.Actuators.Delay + (0.2f * x) } },
            x => floor with { Actuators = Turned(floor.Actuators, x) },
            x => floor with { Drive = floor.Drive with { DeadZone = floor.Drive.DeadZone + (0.2f * x) } },
        ];

        foreach (var mismatch in mismatches)
        {
            var gaps = new[] { 0f, 0.25f, 0.5f, 1f }.Select(x => GapMeasurement.Measure([flight], mismatch(x), 1).Rows).ToList();
            for (var row = 0; row < 3; row++)
            {
                Assert.Equal(gaps.Select(rows => rows[row].Ratio).Order(), gaps.Select(rows => rows[row].Ratio));
                Assert.True(gaps[3][row].Ratio > 1.5 * gaps[0][row].Ratio);
            }
        }
    }

    [Fact]
    public void Measure_Interval_HoldsTheFigureOfMoreData()
    {
        var (wrong, inside) = (Floor.Nominal, 0);
        var whole = GapMeasurement.Measure([Planted.Fly(RobotBody.Holonomic, Planted.Holonomic, 1800, 1000)], wrong, 1).Rows[1].Ratio;
        for (ulong seed = 1; seed <= 60; seed++)
        {
            var interval = GapMeasurement.Measure([Planted.Fly(RobotBody.Holonomic, Planted.Holonomic, 120, seed)], wrong, seed).Rows[1].Interval!.Value;
            inside += whole >= interval.Low && whole <= interval.High ? 1 : 0;
        }

        output.WriteLine($"{inside} of 60");
        Assert.InRange(inside, 49, 60);
    }

    [Fact]
    public void Measure_OfARobotThatCruises_FindsConstantVelocityRight_AndASlowFloorWrong()
    {
        var cruise = Planted.Fly(RobotBody.Holonomic, Floor.Nominal with { PositionNoise = 0f, VelocityNoise = 0f }, 30, 1, command: _ => new Vector2(0.5f, 0f));
        var steady = cruise with { Segments = [new FlightSegment(500, cruise.Segments[0].Steps[500..])] };
        var slow = Floor.Nominal with { Actuators = ActuatorModel.Nominal with { GainXX = 0.5f } };

        var row = GapMeasurement.Measure([steady], slow, 1).Rows[2];

        Assert.InRange(row.Constant, 0, 1e-3);
        Assert.Equal(0.25 * (2 - 0.25), row.Simulated, 0.01);
    }

    [Fact]
    public void Measure_OfAShortLog_HasNoInterval()
    {
        var report = GapMeasurement.Measure([Planted.Fly(RobotBody.Holonomic, Floor.Nominal, 10, 1)], Floor.Nominal, 1);

        Assert.All(report.Rows, row => Assert.Null(row.Interval));
        Assert.Contains("log too short", GapTable.Text(report), StringComparison.Ordinal);
    }

    [Fact]
    public void Measure_OfARobotThatStood_SaysSo()
    {
        var still = Planted.Fly(RobotBody.Holonomic, Floor.Nominal, 20, 1, command: _ => Vector2.Zero);

        var error = Assert.Throws<FlightLogException>(() => GapMeasurement.Measure([still], Floor.Nominal, 1));

        Assert.Contains("never moved", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Measure_OfTwoSeconds_SaysThatItIsTooShort() => Assert.Throws<FlightLogException>(
        () => GapMeasurement.Measure([Planted.Fly(RobotBody.Holonomic, Floor.Nominal, 2, 1)], Floor.Nominal, 1));

    [Fact]
    public void Measure_Twice_IsTheSame()
    {
        var flight = Planted.Fly(RobotBody.Holonomic, Planted.Holonomic, 60, 1);

        Assert.Equal(GapMeasurement.Measure([flight], Floor.Nominal, 7).Rows, GapMeasurement.Measure([flight], Floor.Nominal, 7).Rows);
    }

    private static Floor Flown(RobotBody body) => body.Kinematics == KinematicsKind.Holonomic ? Planted.Holonomic : Planted.Wheeled;

    private static ActuatorModel Turned(ActuatorModel a, float angle)
    {
        var (sin, cos) = MathF.SinCos(angle);
        return a with
        {
            GainXX = (cos * a.GainXX) - (sin * a.GainYX),
            GainXY = (cos * a.GainXY) - (sin * a.GainYY),
            GainYX = (sin * a.GainXX) + (cos * a.GainYX),
            GainYY = (sin * a.GainXY) + (cos * a.GainYY),
        };
    }
}
