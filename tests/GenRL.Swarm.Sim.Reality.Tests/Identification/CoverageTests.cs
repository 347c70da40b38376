using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Identification;

namespace GenRL.Swarm.Sim.Reality.Tests.Identification;

/// <summary>Intervals that say 95 % hold the truth about as often, over many short logs, with drift in each.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private const int Logs = 24;
    private const double Seconds = 60;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Intervals_HoldTheTruth_AboutAsOftenAsTheySay(bool wheels)
    {
        var (body, floor) = wheels ? (RobotBody.DifferentialDrive, Planted.Wheeled) : (RobotBody.Holonomic, Planted.Holonomic);
        var truth = Truth.Of(floor, body);
        var held = truth.Keys.ToDictionary(name => name, _ => 0);
        for (ulong seed = 100; seed < 100 + Logs; seed++)
        {
            foreach (var parameter in SystemIdentification.Identify([Planted.Fly(body, floor, Seconds, seed, 0.005f)]).Parameters)
            {
                held[parameter.Name] += Holds(parameter.Interval!.Value, truth[parameter.Name]) ? 1 : 0;
            }
        }

        foreach (var (name, times) in held)
        {
            output.WriteLine($"{name,-18} {times} of {Logs}");
        }

        // 24 draws of 0.95: fewer than 18 in one of nine has a chance below 1 in 1000; over all together, 0.95 +- 0.03 at twice the standard error.
        Assert.All(held.Values, times => Assert.InRange(times, 18, Logs));
        Assert.InRange(held.Values.Sum() / (double)(Logs * held.Count), 0.90, 1.0);
    }

    private static bool Holds(ValueRange interval, double truth) => truth >= interval.Low && truth <= interval.High;
}
