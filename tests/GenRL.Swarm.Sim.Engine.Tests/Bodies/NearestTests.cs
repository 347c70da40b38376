using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Engine.Tests.Bodies;

/// <summary>Nearest points of outlines against the least over many points of each.</summary>
public sealed class NearestTests
{
    private const int Samples = 200;
    private const int Scenes = 60;
    private static readonly BodyShape.Line Short = new(0.5);
    private static readonly BodyShape.Line Long = new(1.2);
    private static readonly BodyShape.Box Flat = new(0.9, 0.2);
    private static readonly BodyShape.Box Square = new(0.4, 0.4);

    [Fact]
    public void PointBox_RandomScenes_IsTheLeastOfAllPoints() => AssertLeast(
        new BodyShape.Disc(0.1), Flat, tile => Nearest.PointBox(tile, new(tile.X(0), tile.Y(0)), 1, Flat));

    [Fact]
    public void EdgeNearest_RandomScenes_IsTheLeastOfAllPoints() => AssertLeast(new BodyShape.Disc(0.1), Long, tile =>
    {
        var point = new Vec<Lanes128<double>>(tile.X(0), tile.Y(0));
        return Gap<Lanes128<double>>.Between(point, Nearest.Edge(tile, 1, Long).Nearest(point));
    });

    [Fact]
    public void EdgeEdge_RandomScenes_IsTheLeastOfAllPoints() => AssertLeast(
        Short, Long, tile => Nearest.EdgeEdge(Nearest.Edge(tile, 0, Short), Nearest.Edge(tile, 1, Long)));

    [Fact]
    public void EdgeBox_RandomScenes_IsTheLeastOfAllPoints() => AssertLeast(
        Long, Flat, tile => Nearest.EdgeBox(tile, Nearest.Edge(tile, 0, Long), 1, Flat));

    [Fact]
    public void BoxBox_RandomScenes_IsTheLeastOfAllPoints() => AssertLeast(Square, Flat, tile => Nearest.BoxBox(tile, 0, Square, 1, Flat));

    [Fact]
    public void EdgeEdge_OfParallelAndOfOneLine_IsTheirDistance()
    {
        var rig = new Rig<Lanes128<double>>(new PhysicsSpec(), Rig<Lanes128<double>>.Free(Short), Rig<Lanes128<double>>.Free(Long));
        rig.Place(0, 0.1, 0.3);
        Assert.Equal(0.09, Squared(), 1e-15);

        rig.Place(0, 1d, 0d);
        Assert.Equal(0.15 * 0.15, Squared(), 1e-15);

        rig.Place(0, 0.2, 0d);
        Assert.Equal(0d, Squared(), 1e-15);

        double Squared() => Lanes128<double>.Get(Nearest.EdgeEdge(Nearest.Edge(rig.Tile, 0, Short), Nearest.Edge(rig.Tile, 1, Long)).Squared, 0);
    }

    private delegate Gap<Lanes128<double>> Finder(Tile<Lanes128<double>> tile);

    private static void AssertLeast(BodyShape one, BodyShape other, Finder find)
    {
        var rig = new Rig<Lanes128<double>>(new PhysicsSpec(), Rig<Lanes128<double>>.Free(one), Rig<Lanes128<double>>.Free(other));
        var random = new RandomStream(9, 0, 0);
        for (var scene = 0; scene < Scenes; scene++)
        {
            rig.Scatter(random, 0.6f);
            var gap = find(rig.Tile);
            var distance = Math.Sqrt(Get(gap.Squared));
            var (ones, others) = (Outline(one, rig.Pose(0)), Outline(other, rig.Pose(1)));
            var least = ones.Min(a => others.Min(b => Distance(a, b)));

            // Points of an outline lie no further apart than this; two outlines that cross may miss each other by half of it each.
            var step = 4d * 0.9 / Samples;
            Assert.InRange(least, distance - 1e-12, distance + step);
            Assert.Equal(distance, Distance(Point(gap.A), Point(gap.B)), 1e-12);
            Assert.InRange(ones.Min(a => Distance(a, Point(gap.A))), 0d, step);
            Assert.InRange(others.Min(b => Distance(b, Point(gap.B))), 0d, step);
        }
    }

    private static double Get(Lanes128<double> value) => Lanes128<double>.Get(value, 0);

    private static (double X, double Y) Point(Vec<Lanes128<double>> point) => (Get(point.X), Get(point.Y));

    private static double Distance((double X, double Y) a, (double X, double Y) b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));

    private static List<(double X, double Y)> Outline(BodyShape shape, (double X, double Y, double Rotation) pose)
    {
        var (sin, cos) = Math.SinCos(pose.Rotation);
        return [.. Local(shape).Select(at => (pose.X + (at.X * cos) - (at.Y * sin), pose.Y + (at.X * sin) + (at.Y * cos)))];
    }

    private static IEnumerable<(double X, double Y)> Local(BodyShape shape)
    {
        switch (shape)
        {
            case BodyShape.Line line:
                return Shares().Select(s => (s * line.Length, 0d));
            case BodyShape.Box box:
                return Shares().SelectMany(s => new[]
                {
                    (s * box.Length, box.Width / 2d), (s * box.Length, -box.Width / 2d), (box.Length / 2d, s * box.Width), (-box.Length / 2d, s * box.Width),
                });
            default:
                return [(0d, 0d)];
        }

        static IEnumerable<double> Shares() => Enumerable.Range(0, Samples + 1).Select(i => ((double)i / Samples) - 0.5);
    }
}
