using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Crowds;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Tests.Crowds;

/// <summary>Rays in lanes against rays one by one, in double precision.</summary>
public sealed class RayRingTests
{
    private const float Range = 3f;

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(32)]
    public void Rays_AmongDiscsAndWalls_EndWhereScalarRaysEnd(int rays)
    {
        AssertSame<Lanes128<float>>(rays);
        AssertSame<Lanes256<float>>(rays);
        AssertSame<Lanes512<float>>(rays);
    }

    [Fact]
    public void Rays_FromWithinADisc_AreNotNegative()
    {
        var ring = new RayRing<Lanes256<float>>(8, Range);
        var distances = new float[8];
        ring.Clear();

        ring.Disc(0.05f, 0f, 0.1f);
        ring.CopyTo(distances);

        Assert.Equal(0f, distances[0]);
        Assert.Equal(Range, distances[4]);
    }

    [Fact]
    public void Rays_ToAWall_AreItsDistanceOverTheCosine()
    {
        var ring = new RayRing<Lanes128<float>>(8, Range);
        var distances = new float[8];
        ring.Clear();

        ring.Wall(0f, 1f, 1f);
        ring.CopyTo(distances);

        Assert.Equal([3f, MathF.Sqrt(2f), 1f, MathF.Sqrt(2f), 3f, 3f, 3f, 3f], distances, (a, b) => MathF.Abs(a - b) < 1e-6f);
    }

    [Fact]
    public void Ring_ThatCannotBe_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RayRing<Lanes128<float>>(0, 1f));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RayRing<Lanes128<float>>(1, float.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RayRing<Lanes128<float>>(1, -1f));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RayRing<Lanes128<float>>(5, 1f).CopyTo(new float[6]));
    }

    private static void AssertSame<V>(int rays)
        where V : unmanaged, ILanes<V>
    {
        var ring = new RayRing<V>(rays, Range);
        var distances = new float[rays];
        var random = new RandomStream(8, rays, 0);
        for (var scene = 0; scene < 100; scene++)
        {
            var expected = Enumerable.Repeat((double)Range, rays).ToArray();
            ring.Clear();
            for (var disc = 0; disc < 4; disc++)
            {
                var (away, angle, radius) = (random.NextSingle(0.5f, 3f), random.NextSingle(-4f, 4f), random.NextSingle(0.1f, 0.4f));
                var (x, y) = (away * MathF.Cos(angle), away * MathF.Sin(angle));
                ring.Disc(x, y, radius);
                Shorten(expected, (cos, sin) => ToDisc(x, y, radius, cos, sin));
            }

            var (wall, distance) = (random.NextSingle(-4f, 4f), random.NextSingle(0.1f, 4f));
            ring.Wall(MathF.Cos(wall), MathF.Sin(wall), distance);
            Shorten(expected, (cos, sin) => ToWall(Math.Cos(wall), Math.Sin(wall), distance, cos, sin));
            ring.CopyTo(distances);

            // A ray that grazes a disc hits it or not, and where, by the last digits.
            Assert.True(Enumerable.Range(0, rays).Count(ray => Math.Abs(expected[ray] - distances[ray]) > 2e-4) * 100 <= rays, $"scene {scene}");
        }
    }

    private static void Shorten(double[] distances, Func<double, double, double> cast)
    {
        for (var ray = 0; ray < distances.Length; ray++)
        {
            var (sin, cos) = Math.SinCos(Math.Tau * ray / distances.Length);
            distances[ray] = Math.Min(distances[ray], cast(cos, sin));
        }
    }

    private static double ToDisc(double x, double y, double radius, double cos, double sin)
    {
        var (along, aside) = ((x * cos) + (y * sin), (x * sin) - (y * cos));
        return along < 0d || Math.Abs(aside) > radius ? double.PositiveInfinity : along - Math.Sqrt((radius * radius) - (aside * aside));
    }

    private static double ToWall(double x, double y, double distance, double cos, double sin)
    {
        var towards = (x * cos) + (y * sin);
        return towards > 0d ? distance / towards : double.PositiveInfinity;
    }
}
