using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Engine.Tests.Sensors;

/// <summary>Rays against outlines whose distance is known on paper, and against a walk along the ray.</summary>
public sealed class RayTests
{
    private const int Looker = 0;
    private const int Target = 1;

    public static TheoryData<string> Shapes => ["disc", "box", "hollow", "line"];

    [Fact]
    public void Cast_ADiscAhead_EndsAtItsRim() => Assert.Equal(1.3, Look(new BodyShape.Disc(0.2), 1.5, 0d)[0], 1e-12);

    [Fact]
    public void Cast_NothingInRange_IsTheRange() => Assert.All(Look(new BodyShape.Disc(0.2), 9d, 0d), distance => Assert.Equal(3d, distance));

    [Fact]
    public void Cast_TheSecondOfFourRays_LooksLeft() =>
        Assert.Equal([3d, 1.3, 3d, 3d], Look(new BodyShape.Disc(0.2), 0d, 1.5), (a, b) => Math.Abs(a - b) < 1e-12);

    [Fact]
    public void Cast_ATurnedRobot_TakesItsRaysAlong() => Assert.Equal(1.3, Look(new BodyShape.Disc(0.2), 0d, 1.5, looks: Math.PI / 2d)[0], 1e-12);

    [Fact]
    public void Cast_RaysThatDoNotTurn_StayWithTheWorld()
    {
        var seen = Look(new BodyShape.Disc(0.2), 0d, 1.5, looks: 0.7, spec: new LidarSpec { Rays = 4, Turns = false });

        Assert.Equal(1.3, seen[1], 1e-12);
    }

    [Fact]
    public void Cast_ANarrowField_HasItsBordersAtTheFirstAndLastRay()
    {
        var seen = Look(new BodyShape.Disc(0.2), 1.5 * Math.Cos(0.5), 1.5 * Math.Sin(0.5), spec: new LidarSpec { Rays = 3, FieldOfView = 1d });

        Assert.Equal([3d, 3d, 1.3], seen, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Cast_ABoxAhead_EndsAtItsSide() => Assert.Equal(1.25, Look(new BodyShape.Box(0.5, 0.2), 1.5, 0d)[0], 1e-12);

    [Fact]
    public void Cast_ATurnedBox_EndsAtItsCorner() => Assert.Equal(1.5 - Math.Sqrt(0.02), Look(new BodyShape.Box(0.2, 0.2), 1.5, 0d, Math.PI / 4d)[0], 1e-12);

    [Fact]
    public void Cast_FromInsideAHollowBox_EndsAtItsWalls() =>
        Assert.Equal([1.5, 0.8, 0.5, 1.2], Look(new BodyShape.Box(2d, 2d, Hollow: true), 0.5, -0.2), (a, b) => Math.Abs(a - b) < 1e-12);

    [Fact]
    public void Cast_FromInsideASolidBoxOrADisc_IsNil()
    {
        Assert.All(Look(new BodyShape.Box(2d, 2d), 0.5, -0.2), distance => Assert.Equal(0d, distance));
        Assert.All(Look(new BodyShape.Disc(1d), 0.5, -0.2), distance => Assert.Equal(0d, distance));
    }

    [Fact]
    public void Cast_ALineAcross_EndsOnIt() => Assert.Equal([1.5, 3d, 3d, 3d], Look(new BodyShape.Line(0.4), 1.5, 0.1, Math.PI / 2d), (a, b) => Math.Abs(a - b) < 1e-12);

    [Fact]
    public void Cast_ALineAlongTheRay_IsNotSeen() => Assert.Equal(3d, Look(new BodyShape.Line(0.4), 1.5, 0d)[0]);

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Cast_AnyPlace_EndsWhereAWalkAlongTheRayFirstTouches(string name)
    {
        BodyShape shape = name switch
        {
            "disc" => new BodyShape.Disc(0.4),
            "box" => new BodyShape.Box(0.9, 0.3),
            "hollow" => new BodyShape.Box(0.9, 0.6, Hollow: true),
            _ => new BodyShape.Line(0.9),
        };

        for (var i = 0; i < 40; i++)
        {
            var (x, y, turn) = (1.2 * Math.Cos(i * 0.7), 1.2 * Math.Sin(i * 1.1), i * 0.37);
            var seen = Look(shape, x, y, turn, i * 0.2, new LidarSpec { Rays = 16 });
            for (var ray = 0; ray < 16; ray++)
            {
                var walked = Walk(shape, x, y, turn, (i * 0.2) + (Math.Tau * ray / 16d));
                Assert.True(Math.Abs(walked - seen[ray]) < 2.5e-3, $"place {i}, ray {ray}: {seen[ray]} m, walked {walked} m");
            }
        }
    }

    [Theory]
    [InlineData(-1, 3d, 1d, "Rays")]
    [InlineData(4, double.NaN, 1d, "Range")]
    [InlineData(4, -3d, 1d, "Range")]
    [InlineData(4, 3d, 9d, "FieldOfView")]
    public void ANumberThatMakesNoSense_IsNamed(int rays, double range, double field, string name) => Assert.Equal(name, Assert.Throws<ArgumentOutOfRangeException>(
        () => new Lidar<Lanes128<double>>(new LidarSpec { Rays = rays, Range = range, FieldOfView = field }, [Bench.Robot()], [])).ParamName);

    private static double[] Look(BodyShape shape, double x, double y, double turn = 0d, double looks = 0d, LidarSpec? spec = null)
    {
        BodySpec[] bodies = [Bench.Robot(), new BodySpec("target", shape)];
        var bench = new Bench(new PhysicsSpec(), 0, bodies);
        bench.Place(Looker, 0d, 0d, looks);
        bench.Place(Target, x, y, turn);
        var lidar = new Lidar<Lanes128<double>>(spec ?? new LidarSpec { Rays = 4 }, bodies, [Looker, Target]);
        var distances = new Lanes128<double>[lidar.Rays];
        lidar.Cast(bench.Tile, Looker, distances);
        return [.. distances.Select(Bench.Get)];
    }

    /// <summary>The first of many small steps along a ray at which the inside changes; for a line, at which it lies on the other side.</summary>
    private static double Walk(BodyShape shape, double x, double y, double turn, double angle)
    {
        const double Step = 1e-3;
        var before = Side(0d);
        if (shape is not BodyShape.Line && before > 0 && shape is not BodyShape.Box { Hollow: true })
        {
            return 0d;
        }

        for (var at = Step; at < 3d; at += Step)
        {
            var side = Side(at);
            if (side != before && (shape is not BodyShape.Line || Math.Abs(Along(at)) <= 0.45))
            {
                return at;
            }

            before = side;
        }

        return 3d;

        double Along(double at) => (((Math.Cos(angle) * at) - x) * Math.Cos(turn)) + (((Math.Sin(angle) * at) - y) * Math.Sin(turn));

        double Across(double at) => (((Math.Sin(angle) * at) - y) * Math.Cos(turn)) - (((Math.Cos(angle) * at) - x) * Math.Sin(turn));

        int Side(double at) => shape switch
        {
            BodyShape.Disc disc => (Along(at) * Along(at)) + (Across(at) * Across(at)) < disc.Radius * disc.Radius ? 1 : 0,
            BodyShape.Box box => Math.Abs(Along(at)) < box.Length / 2d && Math.Abs(Across(at)) < box.Width / 2d ? 1 : 0,
            _ => Math.Sign(Across(at)),
        };
    }
}
