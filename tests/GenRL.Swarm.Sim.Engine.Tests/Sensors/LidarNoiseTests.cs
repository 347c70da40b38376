using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Engine.Tests.Sensors;

using Fixed = Parameter<Lanes128<double>>;

public sealed class LidarNoiseTests
{
    private const int Rays = 4001;

    [Fact]
    public void Disturb_NoNoise_ChangesNothingAndDrawsNothing()
    {
        var bench = new Bench(new PhysicsSpec(), 0, Bench.Robot());
        var before = bench.Tile.Stream0;

        Assert.All(Disturbed(bench, default, default, default), distance => Assert.Equal(2d, distance));
        Assert.Equal(before, bench.Tile.Stream0);
    }

    [Fact]
    public void Disturb_Blur_HasTheDeviationInProportion()
    {
        var errors = Disturbed(Fixed.Fixed(0.03), default, default).Select(distance => (distance / 2d) - 1d).ToList();

        Assert.InRange(errors.Average(), -0.002, 0.002);
        Assert.InRange(Math.Sqrt(errors.Average(error => error * error)), 0.0285, 0.0315);
    }

    [Fact]
    public void Disturb_DropOut_ReadsAsTheRange() =>
        Assert.InRange(Disturbed(default, Fixed.Fixed(0.1), default).Count(distance => distance == 3d) / (double)Rays, 0.085, 0.115);

    [Fact]
    public void Disturb_Outliers_EndAnywhereOnTheWay()
    {
        var strayed = Disturbed(default, Fixed.Fixed(0.1), Fixed.Fixed(0.2)).Where(distance => distance < 2d).ToList();

        Assert.InRange(strayed.Count / (double)Rays, 0.18, 0.22);
        Assert.InRange(strayed.Average(), 0.93, 1.07);
        Assert.InRange(strayed.Min(), 0d, 0.02);
    }

    [Fact]
    public void Disturb_ARayThatMetNothing_StaysAtTheRange()
    {
        var bench = new Bench(new PhysicsSpec(), 0, Bench.Robot());
        var distances = Enumerable.Repeat(Bench.All(3d), Rays).ToArray();

        new LidarNoise<Lanes128<double>>(3d, Fixed.Fixed(0.1), default, default).Disturb(bench.Tile, distances);

        Assert.All(distances, distance => Assert.Equal(3d, Bench.Get(distance)));
    }

    private static double[] Disturbed(Fixed deviation, Fixed dropOut, Fixed outliers) =>
        Disturbed(new Bench(new PhysicsSpec(), 0, Bench.Robot()), deviation, dropOut, outliers);

    private static double[] Disturbed(Bench bench, Fixed deviation, Fixed dropOut, Fixed outliers)
    {
        var distances = Enumerable.Repeat(Bench.All(2d), Rays).ToArray();
        new LidarNoise<Lanes128<double>>(3d, deviation, dropOut, outliers).Disturb(bench.Tile, distances);
        return [.. distances.Select(Bench.Get)];
    }
}
