using System.Numerics;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Reality.Gap;
using GenRL.Swarm.Sim.Reality.Identification;

namespace GenRL.Swarm.Sim.Reality.Tests.Identification;

public sealed class SystemIdentificationTests(ITestOutputHelper output)
{
    private const float Drift = 0.005f;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Identify_FiveNoisyMinutesOfAHolonomicRobot_RecoversItWithinFivePercent(ulong seed)
    {
        var result = SystemIdentification.Identify([Planted.Fly(RobotBody.Holonomic, Planted.Holonomic, 300, seed, Drift)]);

        AssertRecovered(result, Truth.Of(Planted.Holonomic, RobotBody.Holonomic));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Identify_FiveNoisyMinutesOfADifferentialDrive_RecoversItWithinFivePercent(ulong seed)
    {
        var result = SystemIdentification.Identify([Planted.Fly(RobotBody.DifferentialDrive, Planted.Wheeled, 300, seed, Drift)]);

        AssertRecovered(result, Truth.Of(Planted.Wheeled, RobotBody.DifferentialDrive));
    }

    [Theory]
    [InlineData(0.07, false)]
    [InlineData(0.07, true)]
    [InlineData(0.153, true)]
    public void Identify_ADelayBetweenTwoSteps_FindsIt(double delay, bool wheels)
    {
        var (body, floor) = wheels ? (RobotBody.DifferentialDrive, Planted.Wheeled) : (RobotBody.Holonomic, Planted.Holonomic);
        var flown = Planted.Replayed(Planted.Fly(body, floor, 120, 4), floor, delay);

        var found = SystemIdentification.Identify([flown])["delay_s"];

        Assert.Equal(delay, found.Value!.Value, 0.001);
        Assert.InRange(delay, found.Interval!.Value.Low - 0.0005, found.Interval.Value.High + 0.0005);
    }

    [Fact]
    public void Identify_WithARobotThatWasCarriedAway_LeavesThoseWindowsOut()
    {
        var flight = Planted.Fly(RobotBody.Holonomic, Planted.Holonomic, 120, 6);
        var steps = flight.Segments[0].Steps;
        foreach (var jump in new[] { 700, 1850, 3100, 4400 })
        {
            for (var i = jump; i < steps.Length; i++)
            {
                var shifted = steps[i].Measured with { Position = steps[i].Measured.Position + new Vector2(0.4f, -0.6f) };
                steps[i] = steps[i] with { Measured = shifted };
            }
        }

        var result = SystemIdentification.Identify([flight]);

        Assert.Equal(4, result.Outliers);
        AssertRecovered(result, Truth.Of(Planted.Holonomic, RobotBody.Holonomic));
    }

    [Fact]
    public void Identify_ALogCutInPieces_UsesThemAll()
    {
        var flights = Enumerable.Range(1, 4).Select(seed => Planted.Fly(RobotBody.Holonomic, Planted.Holonomic, 30, (ulong)seed)).ToList();

        var result = SystemIdentification.Identify(flights);

        Assert.Equal(4 * 14, result.Windows);
        AssertRecovered(result, Truth.Of(Planted.Holonomic, RobotBody.Holonomic));
    }

    [Fact]
    public void Identify_GivesRangesHalfAgainAsWideAsTheIntervals()
    {
        var result = SystemIdentification.Identify([Planted.Fly(RobotBody.Holonomic, Planted.Holonomic, 60, 1)]);

        var (interval, range) = (result["gain_xx"].Interval!.Value, result["gain_xx"].Range!.Value);
        Assert.Equal(1.5, (range.High - range.Low) / (interval.High - interval.Low), 1e-3);
        Assert.Equal(interval.Middle, range.Middle, 1e-4);
        Assert.Equal(range, result.Range.GainXX);
    }

    [Fact]
    public void Identify_ThenFlyOnWhatWasFound_LeavesNoGap()
    {
        var (flight, other) = (Planted.Fly(RobotBody.DifferentialDrive, Planted.Wheeled, 120, 8), Planted.Fly(RobotBody.DifferentialDrive, Planted.Wheeled, 120, 9));

        var found = GapMeasurement.Measure([other], SystemIdentification.Identify([flight]).Floor, 1);
        var planted = GapMeasurement.Measure([other], Planted.Wheeled, 1);

        Assert.All(found.Rows.Zip(planted.Rows), pair => Assert.Equal(pair.Second.Ratio, pair.First.Ratio, 0.02));
    }

    private void AssertRecovered(IdentificationResult result, IReadOnlyDictionary<string, double> truth)
    {
        foreach (var parameter in result.Parameters)
        {
            output.WriteLine($"{parameter.Name,-16} true {truth[parameter.Name]:F4} got {parameter.Value:F4} [{parameter.Interval?.Low:F4}, {parameter.Interval?.High:F4}] {parameter.Reason}");
        }

        output.WriteLine($"{result.Noise} outliers {result.Outliers} of {result.Windows}");
        Assert.All(result.Parameters, parameter => Assert.Equal(truth[parameter.Name], parameter.Value!.Value, 0.05 * Math.Abs(truth[parameter.Name])));
    }
}
