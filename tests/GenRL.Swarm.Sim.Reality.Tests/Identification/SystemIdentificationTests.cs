using GenRL.Swarm.Sim.Dynamics;
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

    private void AssertRecovered(IdentificationResult result, IReadOnlyDictionary<string, double> truth)
    {
        foreach (var parameter in result.Parameters)
        {
            output.WriteLine($"{parameter.Name,-16} true {truth[parameter.Name]:F4} got {parameter.Value:F4} [{parameter.Interval?.Low:F4}, {parameter.Interval?.High:F4}] {parameter.Reason}");
        }

        output.WriteLine($"{result.Noise} outliers {result.Outliers} of {result.Windows}");
        Assert.All(result.Parameters, parameter => Assert.Equal(truth[parameter.Name], parameter.Value!.Value, 0.05 * Math.Max(Math.Abs(truth[parameter.Name]), Truth.Least(parameter.Name))));
    }
}
