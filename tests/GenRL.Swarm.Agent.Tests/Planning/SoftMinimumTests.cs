using GenRL.Swarm.Agent.Planning;

namespace GenRL.Swarm.Agent.Tests.Planning;

public sealed class SoftMinimumTests
{
    private readonly float[] _weights = new float[4];

    [Fact]
    public void Weights_SumToOne_AndFallWithCost()
    {
        var best = SoftMinimum.Weights([3f, 1f, 1.05f, 2f], 0.05f, _weights);

        Assert.Equal(1, best);
        Assert.Equal(1f, _weights.Sum(), 1e-6f);
        Assert.Equal(MathF.Exp(-1f), _weights[2] / _weights[1], 1e-4f);
        Assert.InRange(_weights[3], 0f, 1e-6f);
    }

    [Fact]
    public void Weights_DoNotChangeWithAShiftOfAllCosts()
    {
        SoftMinimum.Weights([0.25f, 0.5f, 0f, 1f], 0.5f, _weights);
        var shifted = new float[4];

        SoftMinimum.Weights([1024.25f, 1024.5f, 1024f, 1025f], 0.5f, shifted);

        Assert.Equal(_weights, shifted);
    }

    [Fact]
    public void Weights_WithANotANumber_GiveNone() => Assert.Equal(-1, SoftMinimum.Weights([1f, float.NaN, 0f], 0.05f, _weights));

    [Theory]
    [InlineData(float.NaN, 1f, 2f)]
    [InlineData(1f, float.NegativeInfinity, 2f)]
    [InlineData(float.NegativeInfinity, float.NegativeInfinity, float.NegativeInfinity)]
    [InlineData(float.NegativeInfinity, float.PositiveInfinity, float.NaN)]
    public void Weights_OfCostsThatAreNone_AreZeroAndChooseNothing(float a, float b, float c)
    {
        _weights.AsSpan().Fill(float.NaN);

        Assert.Equal(-1, SoftMinimum.Weights([a, b, c], 0.05f, _weights));

        Assert.Equal([0f, 0f, 0f], _weights[..3]);
    }

    [Theory]
    [InlineData(float.MaxValue, float.MinValue)]
    [InlineData(float.PositiveInfinity, 0f)]
    [InlineData(-0f, 1e30f)]
    public void Weights_OfCostsFarApart_AreNumbersThatSumToOne(float a, float b)
    {
        var weights = new float[2];

        var best = SoftMinimum.Weights([a, b], 0.05f, weights);

        Assert.Equal(1f, weights[best]);
        Assert.Equal(0f, weights[1 - best]);
    }

    [Fact]
    public void Weights_WithNothingFinite_GiveNone()
    {
        Assert.Equal(-1, SoftMinimum.Weights([float.PositiveInfinity, float.PositiveInfinity], 0.05f, _weights));
        Assert.Equal(-1, SoftMinimum.Weights([], 0.05f, _weights));
    }

    [Fact]
    public void Weights_OfAnInfiniteCost_AreZero()
    {
        var best = SoftMinimum.Weights([float.PositiveInfinity, 2f, 2f, float.PositiveInfinity], 0.05f, _weights);

        Assert.Equal(1, best);
        Assert.Equal([0f, 0.5f, 0.5f, 0f], _weights);
    }
}
