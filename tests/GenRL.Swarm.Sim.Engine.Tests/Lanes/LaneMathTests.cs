using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Tests.Lanes;

public sealed class LaneMathTests
{
    [Fact]
    public void A_lane_depends_neither_on_its_neighbours_nor_on_the_width_in_float32()
    {
        Compare<Lanes512<float>, Lanes512<float>>();
        Compare<Lanes512<float>, Lanes128<float>>();
        Compare<Lanes256<float>, Lanes512<float>>();
    }

    [Fact]
    public void A_lane_depends_neither_on_its_neighbours_nor_on_the_width_in_float64()
    {
        Compare<Lanes512<double>, Lanes512<double>>();
        Compare<Lanes512<double>, Lanes128<double>>();
        Compare<Lanes256<double>, Lanes512<double>>();
    }

    [Theory]
    [InlineData(100d, 1.2e-7)]
    [InlineData(400d, 1.2e-7)]
    public void Sine_and_cosine_are_exact_in_float32(double reach, double tolerance) => Exact<Lanes256<float>>(reach, tolerance);

    [Theory]
    [InlineData(100d, 3e-16)]
    [InlineData(800_000d, 3e-16)]
    public void Sine_and_cosine_are_exact_in_float64(double reach, double tolerance) => Exact<Lanes256<double>>(reach, tolerance);

    [Fact]
    public void Exponentials_end_where_float64_does()
    {
        Assert.InRange(Lanes256<double>.Get(Lanes256<double>.Exp(Lanes256<double>.All(-1e9)), 0), 0d, 1e-300);
        Assert.True(Lanes256<double>.Get(Lanes256<double>.Exp(Lanes256<double>.All(1e9)), 0) > 1e300);
        Assert.Equal(Math.E, Lanes256<double>.Get(Lanes256<double>.Exp(Lanes256<double>.All(1d)), 0), 1e-15);
    }

    /// <summary>Lanes of all sizes beside each other, against each of them alone.</summary>
    private static void Compare<V, W>()
        where V : unmanaged, ILanes<V>
        where W : unmanaged, ILanes<W>
    {
        var random = new RandomStream(1, 0, 0);
        for (var trial = 0; trial < 2000; trial++)
        {
            var many = V.All(0d);
            for (var lane = 0; lane < V.Count; lane++)
            {
                many = V.With(many, lane, (random.NextSingle() - 0.5) * Math.Pow(10d, random.NextSingle(-12f, 5f)));
            }

            for (var lane = 0; lane < V.Count; lane++)
            {
                var alone = W.All(V.Get(many, lane));
                Assert.Equal(W.Get(W.Exp(alone), 0), V.Get(V.Exp(many), lane));
                Assert.Equal(W.Get(W.Log(W.Abs(alone)), 0), V.Get(V.Log(V.Abs(many)), lane));
                Assert.Equal(W.Get(W.Sin(alone), 0), V.Get(V.Sin(many), lane));
                Assert.Equal(W.Get(W.Cos(alone), 0), V.Get(V.Cos(many), lane));
                Assert.Equal(W.Get(W.Sqrt(W.Abs(alone)), 0), V.Get(V.Sqrt(V.Abs(many)), lane));
            }
        }
    }

    private static void Exact<V>(double reach, double tolerance)
        where V : unmanaged, ILanes<V>
    {
        for (var i = -5000; i <= 5000; i++)
        {
            var angle = V.All(reach * i / 5000d);
            var (sine, cosine) = Math.SinCos(V.Get(angle, 0));
            Assert.Equal(sine, V.Get(V.Sin(angle), 0), tolerance);
            Assert.Equal(cosine, V.Get(V.Cos(angle), 0), tolerance);
        }
    }
}
