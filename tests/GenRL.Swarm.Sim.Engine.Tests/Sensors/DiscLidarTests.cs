using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Sensors;
using GenRL.Swarm.Sim.Engine.Tests.Bodies;

namespace GenRL.Swarm.Sim.Engine.Tests.Sensors;

public sealed class DiscLidarTests
{
    private const int Rays = 12;
    private const double Range = 0.8;
    private static readonly int[] Targets = [0, 1, 2, 3];
    private static readonly double[] Radii = [0.1, 0.2, 0.15, 0.05];

    [Fact]
    public void Cast_AmongDiscs_RaysEndWhereScalarRaysEnd()
    {
        var rig = new Rig<Lanes256<double>>(new PhysicsSpec(), [.. Radii.Select(radius => Rig<Lanes256<double>>.Free(new BodyShape.Disc(radius)))]);
        var lidar = new DiscLidar<Lanes256<double>>(Rays, Range);
        var (random, distances, hits) = (new RandomStream(2, 0, 0), new Lanes256<double>[Rays], 0);
        for (var scene = 0; scene < 500; scene++)
        {
            rig.Scatter(random, 0.7f);

            lidar.Cast(rig.Tile, 0, Targets, Radii, distances);

            for (var ray = 0; ray < Rays; ray++)
            {
                var expected = Targets[1..].Min(target => Expected(rig, target, Math.Tau * ray / Rays));
                Assert.Equal(Math.Min(expected, Range), Lanes256<double>.Get(distances[ray], 0), 1e-9);
                hits += expected < Range ? 1 : 0;
            }
        }

        Assert.InRange(hits, 500, 500 * Rays / 2);
    }

    [Fact]
    public void Lidar_ThatCannotBe_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DiscLidar<Lanes128<double>>(-1, 1d));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DiscLidar<Lanes128<double>>(1, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DiscLidar<Lanes128<double>>(1, 0d));
    }

    private static double Expected(Rig<Lanes256<double>> rig, int target, double angle)
    {
        var (from, to) = (rig.Pose(0), rig.Pose(target));
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        var (sin, cos) = Math.SinCos(angle);
        var (along, aside) = ((dx * cos) + (dy * sin), (dx * sin) - (dy * cos));
        return along < 0d || Math.Abs(aside) > Radii[target] ? double.PositiveInfinity : along - Math.Sqrt((Radii[target] * Radii[target]) - (aside * aside));
    }
}
