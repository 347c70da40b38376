using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Tests.Worlds;

public sealed class SensingTests
{
    private readonly SensorFrame _frame = new();

    [Fact]
    public void Lidar_OfArenaDiscWallAndRobot_ReadsAnalyticDistances()
    {
        var description = WorldDescription.Open(2.5f) with
        {
            Walls = [new WallSegment(new Vector2(-1f, -1f), new Vector2(-1f, 1f))],
            Discs = [new StaticDisc(new Vector2(0f, 1.5f), 0.25f)],
        };
        var world = Make.World(description, ActuatorModel.Nominal, Vector2.Zero, new Vector2(0f, -1.2f));

        world.Sense(0, _frame);

        Assert.Equal(32, _frame.RayCount);
        Assert.Equal(3f, _frame.MaxRange);
        Assert.Equal(2.5f, _frame.Ranges[0], 1e-5f); // the arena
        Assert.Equal(2.5f / MathF.Cos(MathF.Tau / 32f), _frame.Ranges[1], 1e-5f);
        Assert.Equal(3f, _frame.Ranges[4]); // the corner, 3.54 m away, out of range
        Assert.Equal(1.25f, _frame.Ranges[8], 1e-5f); // the disc
        Assert.Equal(1f, _frame.Ranges[16], 1e-5f); // the wall
        Assert.Equal(1f / MathF.Cos(2f * MathF.Tau / 32f), _frame.Ranges[18], 1e-5f);
        Assert.Equal(1.2f - 0.12f, _frame.Ranges[24], 1e-5f); // the other robot
    }

    [Fact]
    public void Lidar_OfRandomWalls_AgreesWithMarchingAlongTheRay()
    {
        var random = new RandomStream(8, 0, 0);
        Vector2 Point() => new(random.NextSingle(-2f, 2f), random.NextSingle(-2f, 2f));
        var description = WorldDescription.Open(2.5f) with
        {
            Walls = [.. Enumerable.Range(0, 4).Select(_ => new WallSegment(Point(), Point()))],
            Discs = [.. Enumerable.Range(0, 3).Select(_ => new StaticDisc(Point(), 0.2f))],
        };
        var obstacles = new Obstacles(description);
        var fan = new RayFan(21);
        fan.Turn(0.3f);

        for (var trial = 0; trial < 20; trial++)
        {
            var origin = Point();
            var ranges = new float[fan.Padded];
            Array.Fill(ranges, 3f);
            obstacles.Cast(origin, fan, ranges, 3f);

            for (var i = 0; i < fan.Count; i++)
            {
                Assert.Equal(Marched(description, origin, new Vector2(fan.X[i], fan.Y[i])), ranges[i], 0.004f);
            }
        }
    }

    [Fact]
    public void Lidar_NoiseAndDropOut_HaveTheirStatistics()
    {
        var world = new World(WorldDescription.Open(2f), Floor.Nominal, new SensorSuite { LidarNoise = 0.05f, LidarDropOut = 0.2f, LidarRays = 4 }, [RobotBody.Holonomic]);
        world.Reset(1, [Vector2.Zero]);
        var (seen, dropped, square) = (0, 0, 0d);

        for (var i = 0; i < 5000; i++)
        {
            world.Sense(0, _frame);
            foreach (var range in _frame.Ranges.AsSpan(0, 4))
            {
                if (range == 3f)
                {
                    dropped++;
                }
                else
                {
                    seen++;
                    square += (range - 2d) * (range - 2d);
                }
            }
        }

        Assert.Equal(0.2, dropped / 20_000d, 0.02);
        Assert.Equal(0.1, Math.Sqrt(square / seen), 0.005);
    }

    [Fact]
    public void ADifferentialDrivesLidar_TurnsWithIt()
    {
        var world = new World(WorldDescription.Open(2.5f), Floor.Nominal, Make.Noiseless, [RobotBody.DifferentialDrive]);
        world.Reset(3, [Vector2.Zero]);
        var heading = world.Truth(0).Heading;

        world.Sense(0, _frame);

        for (var i = 0; i < 32; i++)
        {
            var angle = heading + (MathF.Tau * i / 32f);
            Assert.Equal(Marched(world.Description, world.Centre(0), new Vector2(MathF.Cos(angle), MathF.Sin(angle))), _frame.Ranges[i], 0.004f);
        }
    }

    [Fact]
    public void Odometry_HasTheFloorsNoise()
    {
        var world = new World(WorldDescription.Open(2.5f), new Floor(ActuatorModel.Nominal, 0.02f, 0.05f), Make.Noiseless, [RobotBody.Holonomic]);
        world.Reset(1, [new Vector2(0.5f, 0f)]);
        var (position, velocity) = (0d, 0d);
        for (var i = 0; i < 5000; i++)
        {
            world.Sense(0, _frame);
            position += Vector2.DistanceSquared(_frame.Ego.Position, new Vector2(0.5f, 0f)) / 2;
            velocity += _frame.Ego.Velocity.LengthSquared() / 2;
        }

        Assert.Equal(0.02, Math.Sqrt(position / 5000), 0.001);
        Assert.Equal(0.05, Math.Sqrt(velocity / 5000), 0.0025);
    }

    [Fact]
    public void Neighbours_AreThoseInRange_AndTheNearestWhenThereAreTooMany()
    {
        Vector2[] places = [.. Enumerable.Range(0, 45).Select(i => new Vector2(i * 0.1f, 0f))];
        var world = Make.World(WorldDescription.Open(6f), ActuatorModel.Nominal, places);

        world.Sense(0, _frame);

        Assert.Equal(SensorFrame.MaxNeighbours, _frame.NeighbourCount);
        Assert.Equal(
            Enumerable.Range(1, 32).Select(i => new RobotId((ushort)i)), _frame.Neighbours.Select(n => n.Id).OrderBy(id => id.Value));

        var sparse = Make.World(WorldDescription.Open(6f), ActuatorModel.Nominal, Vector2.Zero, new Vector2(3.9f, 0f), new Vector2(0f, 4.1f));
        sparse.Sense(0, _frame);
        Assert.Equal(1, _frame.NeighbourCount);
        Assert.Equal(new SensedNeighbour(new RobotId(1), new Vector2(3.9f, 0f), Vector2.Zero, 0.12f), _frame.Neighbours[0]);
    }

    [Fact]
    public void Neighbours_AtEqualDistanceBeyondTheLimit_AreReplacedByNearerOnes()
    {
        Vector2[] places = [Vector2.Zero, .. Enumerable.Range(0, 40).Select(i => new Vector2(4f - (i * 0.09f), 0f))];
        var world = Make.World(WorldDescription.Open(6f), ActuatorModel.Nominal, places);

        world.Sense(0, _frame);

        Assert.DoesNotContain(_frame.Neighbours, n => n.Position.X > 4f - (7.5f * 0.09f));
    }

    [Fact]
    public void WhatOneRobotMeasures_DoesNotDependOnTheOthersBeingAsked()
    {
        Assert.Equal(FirstReading(askOther: false), FirstReading(askOther: true));
    }

    private static (EgoState Ego, float Range) FirstReading(bool askOther)
    {
        var world = new World(WorldDescription.Open(2.5f), Floor.Nominal, SensorSuite.Default, [RobotBody.Holonomic, RobotBody.Holonomic]);
        world.Reset(1, [Vector2.Zero, Vector2.One]);
        var frame = new SensorFrame();
        if (askOther)
        {
            world.Sense(0, frame);
        }

        world.Sense(1, frame);
        return (frame.Ego, frame.Ranges[3]);
    }

    /// <summary>Walks along a ray in steps of 2 mm until it is in a disc, crosses a wall, or leaves the arena.</summary>
    private static float Marched(WorldDescription world, Vector2 origin, Vector2 direction)
    {
        const float Step = 0.002f;
        for (var t = 0f; t < 3f; t += Step)
        {
            var (a, b) = (origin + (direction * t), origin + (direction * (t + Step)));
            if (MathF.Abs(b.X) >= world.ArenaHalfSize.X || MathF.Abs(b.Y) >= world.ArenaHalfSize.Y
                || world.Discs.Any(disc => Vector2.Distance(b, disc.Centre) < disc.Radius)
                || world.Walls.Any(wall => Side(a, b, wall.From) != Side(a, b, wall.To) && Side(wall.From, wall.To, a) != Side(wall.From, wall.To, b)))
            {
                return t;
            }
        }

        return 3f;
    }

    private static bool Side(Vector2 from, Vector2 to, Vector2 point) =>
        ((to.X - from.X) * (point.Y - from.Y)) - ((to.Y - from.Y) * (point.X - from.X)) > 0f;
}
