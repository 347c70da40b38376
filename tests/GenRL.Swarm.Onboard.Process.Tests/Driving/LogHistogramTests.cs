using GenRL.Swarm.Agent;
using GenRL.Swarm.Onboard.Process.Driving;

namespace GenRL.Swarm.Onboard.Process.Tests.Driving;

public sealed class LogHistogramTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.99)]
    [InlineData(0.999)]
    [InlineData(1.0)]
    public void A_percentile_is_at_most_a_sixteenth_above_the_true_one(double share)
    {
        var histogram = new LogHistogram();
        var stream = new RandomStream(7, 0, 0);
        var values = Enumerable.Range(0, 5000).Select(_ => (long)MathF.Exp(stream.NextSingle(0f, 20f))).ToArray();
        foreach (var value in values)
        {
            histogram.Add(value);
        }

        Array.Sort(values);
        var exact = values[(int)Math.Ceiling(share * values.Length) - 1];
        Assert.InRange(histogram.Percentile(share), exact, exact + (exact / 16));
    }

    [Fact]
    public void Extremes_have_their_place()
    {
        var histogram = new LogHistogram();
        histogram.Add(-5);
        histogram.Add(0);
        histogram.Add(long.MaxValue);
        Assert.Equal(3, histogram.Count);
        Assert.Equal(0, histogram.Percentile(0.5));
        Assert.Equal(long.MaxValue, histogram.Percentile(1.0));
        Assert.Equal(0, new LogHistogram().Percentile(0.5));
    }

    [Fact]
    public void A_difference_holds_what_came_since()
    {
        var (all, before, since) = (new LogHistogram(), new LogHistogram(), new LogHistogram());
        all.Add(1_000_000);
        before.CopyFrom(all);
        all.Add(1_000);
        since.SetDifference(all, before);
        Assert.Equal(1, since.Count);
        Assert.InRange(since.Percentile(1.0), 1_000, 1_063);
    }
}
