using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Reality.Identification;

namespace GenRL.Swarm.Sim.Reality.Tests.Identification;

/// <summary>Intervals that say 95 % hold the truth about as often, over many short logs, with drift in each.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private const int Logs = 16;
    private const double Seconds = 45;

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

        // Of 16 draws at 0.95, fewer than 12 have a chance of 1 in 1000. docs/sim-to-real.md has the figures of 120 logs.
        Assert.All(held.Values, times => Assert.InRange(times, 12, Logs));
        Assert.InRange(held.Values.Sum() / (double)(Logs * held.Count), 0.90, 1.0);
    }

    private static bool Holds(ValueRange interval, double truth) => truth >= interval.Low && truth <= interval.High;
}
