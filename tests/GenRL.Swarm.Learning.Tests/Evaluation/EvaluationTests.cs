using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Learning.Evaluation;
using GenRL.Swarm.Learning.Tests.Identification;
using GenRL.Swarm.Learning.WorldModels;
using GenRL.Swarm.Sim.Floors;
using static TorchSharp.torch;

namespace GenRL.Swarm.Learning.Tests.Evaluation;

[Collection(TorchCollection.Name)]
public sealed class EvaluationTests
{
    [Theory]
    [InlineData(0f)]
    [InlineData(0.2f)]
    [InlineData(0.26f)]
    public void Identified_OnThatFloor_IsTheSimulatorInOpenLoop(float delay)
    {
        using var scope = NewDisposeScope();
        var model = ActuatorModel.Rotated(0.4f, 0.9f, 0.5f, delay, new Vector2(0.05f, -0.02f));
        var windows = new TrackWindows(Flights.Of(new Floor(model, 0f, 0f), ticks: 80));

        var identified = PredictionScoring.Score(Predictors.Identified(model), windows, 100);
        var constant = PredictionScoring.Score(Predictors.ConstantVelocity, windows, 100);

        // A delay that ends between two ticks mixes their commands, which is exact at the ticks but for the lag within one.
        var tolerance = delay > 0.25f ? 1e-3 : 1e-7;
        Assert.All(identified.Ego, errors => Assert.InRange(errors.Average(), 0, tolerance));
        Assert.True(constant.Ego[2].Average() > 0.05);
    }

    [Fact]
    public void RatioInterval_OfKnownErrors_CoversTheTruthAndShrinks()
    {
        var random = new RandomStream(4, 0, 0);
        var covered = 0;
        for (var run = 0; run < 20; run++)
        {
            var denominator = Enumerable.Range(0, 200).Select(_ => 1.0 + random.NextSingle()).ToArray();
            var numerator = denominator.Select(d => (0.25 * d) + (0.1 * (random.NextSingle() - 0.5))).ToArray();
            var interval = RatioInterval.Of(numerator, denominator, (ulong)run);
            covered += interval.Low <= 0.25 && 0.25 <= interval.High ? 1 : 0;
            Assert.InRange(interval.High - interval.Low, 0.001, 0.01);
            Assert.InRange(interval.Ratio, interval.Low, interval.High);
        }

        Assert.InRange(covered, 16, 20);
    }

    [Fact]
    public void RatioInterval_LeavesOutWindowsThatOneOfThemLacks()
    {
        var interval = RatioInterval.Of([1, double.NaN, 3, 5], [2, 2, double.NaN, 10], 1);

        Assert.Equal((2, 0.5), (interval.Windows, interval.Ratio));
        Assert.True(double.IsNaN(RatioInterval.Of([double.NaN], [1], 1).Ratio));
        Assert.Throws<ArgumentOutOfRangeException>(() => RatioInterval.Of([1], [1, 2], 1));
    }
}
