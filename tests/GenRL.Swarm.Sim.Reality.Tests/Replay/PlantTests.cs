using System.Numerics;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Flights;
using GenRL.Swarm.Sim.Reality.Replay;

namespace GenRL.Swarm.Sim.Reality.Tests.Replay;

public sealed class PlantTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_FromRest_IsTheWorldBitForBit(bool wheels)
    {
        var body = wheels ? RobotBody.DifferentialDrive : RobotBody.Holonomic;
        var floor = (wheels ? Planted.Wheeled : Planted.Holonomic) with { PositionNoise = 0f, VelocityNoise = 0f };
        var flown = Planted.Fly(body, floor, 20, 3, gyro: 0f).Segments[0].Steps;
        var expected = new EgoState[flown.Length - 1];

        new Plant(body, floor).Run(flown, 0, StartState.Of(body, floor.Drive, flown[0].Measured), expected);

        Assert.Equal(flown.Skip(1).Select(step => step.Measured), expected);
    }

    [Fact]
    public void Run_WithADelayBetweenTwoSteps_LiesBetweenThem()
    {
        var log = new FlightStep[60];
        Array.Fill(log, new FlightStep(default, new Vector2(0.5f, 0f), false));

        var (early, middle, late) = (Travelled(0.06), Travelled(0.07), Travelled(0.08));

        // At speed, a delay costs the way that the robot would have gone in it.
        Assert.Equal(0.5 * 0.01, early - middle, 2e-4);
        Assert.Equal(0.5 * 0.01, middle - late, 2e-4);

        double Travelled(double delay)
        {
            var expected = new EgoState[log.Length];
            new Plant(RobotBody.Holonomic, Floor.Nominal, delay).Run(log, 0, default, expected);
            return expected[^1].Position.X;
        }
    }

    [Fact]
    public void Cut_TakesWholeWindowsAndNoneWhoseCommandsAreUnknown()
    {
        var windows = FlightWindow.Cut([new FlightSegment(0, new FlightStep[126]), new FlightSegment(500, new FlightStep[127]), new FlightSegment(900, new FlightStep[400])], 100);

        Assert.Equal([(500L, 26), (900L, 26), (900L, 126), (900L, 226)], windows.Select(window => (window.Segment.First, window.Start)));
    }
}
