using GenRL.Swarm.Cli.Sim.Running;

namespace GenRL.Swarm.Cli.Tests.Sim;

public sealed class SampleTests
{
    /// <summary>Half widths by Student's t from tables: 12.706, 4.303, 2.776, 2.262, 1.984 for 1, 2, 4, 9, 99 degrees of freedom.</summary>
    [Theory]
    [InlineData(2, 12.706)]
    [InlineData(3, 4.303)]
    [InlineData(5, 2.776)]
    [InlineData(10, 2.262)]
    [InlineData(100, 1.984)]
    public void HalfWidth_IsStudentsInterval(int count, double quantile)
    {
        var sample = new Sample();
        double[] values = [.. Enumerable.Range(0, count).Select(i => 1000d + Math.Sin(i))];
        foreach (var value in values)
        {
            sample.Add(value);
        }

        var mean = values.Average();
        var deviation = Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (count - 1));
        Assert.Equal(mean, sample.Mean, 1e-9);
        Assert.Equal(quantile * deviation / Math.Sqrt(count), sample.HalfWidth, 0.004 * quantile * deviation / Math.Sqrt(count));
    }

    [Fact]
    public void HalfWidth_OfLessThanTwo_IsNotANumber()
    {
        var sample = new Sample();
        Assert.True(double.IsNaN(sample.Mean));
        sample.Add(3);

        Assert.Equal(3d, sample.Mean);
        Assert.True(double.IsNaN(sample.HalfWidth));
    }
}
