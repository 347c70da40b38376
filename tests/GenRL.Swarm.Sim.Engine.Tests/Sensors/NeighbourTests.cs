using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Engine.Sensors;

namespace GenRL.Swarm.Sim.Engine.Tests.Sensors;

using Fixed = Parameter<Lanes128<double>>;

/// <summary>Robot 0 at the origin looks along x at three others and at an obstacle.</summary>
public sealed class NeighbourTests
{
    private static readonly BodySpec[] Bodies =
        [Bench.Robot(), Bench.Robot(), Bench.Robot(), Bench.Robot(), new BodySpec("wall", new BodyShape.Line(0.6)), new BodySpec("crate", new BodyShape.Box(0.3, 0.3))];

    private readonly Bench _bench = new(new PhysicsSpec(), 1, Bodies);

    public NeighbourTests()
    {
        _bench.Place(1, 2d, 0d);
        _bench.Place(2, 0d, 1d);
        _bench.Place(3, -3d, 0d);
        _bench.Place(4, 9d, 9d, Math.PI / 2d);
        _bench.Place(5, 9d, -9d);
        _bench.Tile.VelocityX(1) = Bench.All(0.5);
        _bench.Tile.VelocityX(0) = Bench.All(0.2);
    }

    [Fact]
    public void Sense_All_NearestFirst_AsSeenFromTheRobot()
    {
        var seen = Sense(new NeighbourSpec());

        Assert.Equal([1d, 0d, 1d, -0.2, 0d], seen[..5]);
        Assert.Equal([1d, 2d, 0d, 0.3, 0d], seen[5..10]);
        Assert.Equal([1d, -3d, 0d, -0.2, 0d], seen[10..15]);
        Assert.Equal(new double[5], seen[15..]);
    }

    [Fact]
    public void Sense_MoreThanSlots_KeepsTheNearest() => Assert.Equal([0d, 1d, 2d, 0d], Places(Sense(new NeighbourSpec { Most = 2 })));

    [Fact]
    public void Sense_BeyondTheRange_IsNotSeen() => Assert.Equal([0d, 1d, 0d, 0d], Places(Sense(new NeighbourSpec { Range = 1.5, Most = 2 })));

    [Fact]
    public void Sense_TheRangeHasAFactor() =>
        Assert.Equal([0d, 1d, 2d, 0d], Places(Sense(new NeighbourSpec { Range = 1.5, Most = 2 }, rangeFactor: Fixed.Fixed(1.5))));

    [Fact]
    public void Sense_OutsideTheField_IsNotSeen()
    {
        Assert.Equal([2d, 0d, 0d, 0d], Places(Sense(new NeighbourSpec { FieldOfView = 1d, Most = 2 })));
        _bench.Place(0, 0d, 0d, Math.PI);
        Assert.Equal([-3d, 0d, 0d, 0d], Places(Sense(new NeighbourSpec { FieldOfView = 1d, Most = 2 })));
    }

    [Fact]
    public void Sense_ARobotBetween_Hides()
    {
        _bench.Place(2, 1d, 0.05);

        Assert.Equal([1d, 0.05, -3d, 0d], Places(Sense(new NeighbourSpec { Occlusion = true, Most = 2 })));
        _bench.Place(2, 1d, 0.15);
        Assert.Equal([1d, 0.15, 2d, 0d], Places(Sense(new NeighbourSpec { Occlusion = true, Most = 2 })));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public void Sense_AnObstacleBetween_Hides(int obstacle)
    {
        _bench.Place(obstacle, 1d, 0.1, Math.PI / 2d);

        Assert.Equal([0d, 1d, -3d, 0d], Places(Sense(new NeighbourSpec { Occlusion = true, Most = 2 })));
        Assert.Equal([0d, 1d, 2d, 0d], Places(Sense(new NeighbourSpec { Most = 2 })));
        _bench.Place(obstacle, 3d, 0.1, Math.PI / 2d);
        Assert.Equal([0d, 1d, 2d, 0d], Places(Sense(new NeighbourSpec { Occlusion = true, Most = 2 })));
    }

    [Fact]
    public void Sense_ARobotThatIsNotThere_IsNotSeen()
    {
        var sensor = new NeighbourSensor<Lanes128<double>>(new NeighbourSpec { Most = 2 }, Bodies, [0, 1], []);
        var seen = new Lanes128<double>[sensor.Size];

        sensor.Sense(_bench.Tile, 0, seen, [0, 0]);
        Assert.Equal(0d, Bench.Get(seen[0]));
        _bench.Tile.Memory(0) = Bench.All(1d);
        sensor.Sense(_bench.Tile, 0, seen, [0, 0]);

        Assert.Equal(1d, Bench.Get(seen[0]));
    }

    [Fact]
    public void Sense_Noise_HasItsDeviation_AndEmptySlotsStayEmpty()
    {
        var errors = new List<double>();
        for (var i = 0; i < 4000; i++)
        {
            var seen = Sense(new NeighbourSpec { Range = 1.5, Most = 2 }, positionNoise: Fixed.Fixed(0.1), velocityNoise: Fixed.Fixed(0.2));
            errors.Add(seen[1]);
            Assert.Equal(new double[5], seen[5..]);
        }

        Assert.InRange(errors.Average(), -0.01, 0.01);
        Assert.InRange(Math.Sqrt(errors.Average(error => error * error)), 0.095, 0.105);
    }

    private static double[] Places(double[] seen) => [seen[1], seen[2], seen[6], seen[7]];

    private double[] Sense(NeighbourSpec spec, Fixed? rangeFactor = null, Fixed positionNoise = default, Fixed velocityNoise = default)
    {
        var sensor = new NeighbourSensor<Lanes128<double>>(spec, Bodies, [0, 1, 2, 3], [4, 5], rangeFactor, positionNoise, velocityNoise);
        var seen = new Lanes128<double>[sensor.Size];
        sensor.Sense(_bench.Tile, 0, seen);
        return [.. seen.Select(Bench.Get)];
    }
}
