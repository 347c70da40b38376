using System.Numerics;
using System.Runtime.InteropServices;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Tests.Worlds;

public sealed class WorldTests
{
    [Theory]
    [InlineData(0f, 0)]
    [InlineData(0.02f, 1)]
    [InlineData(0.1f, 5)]
    [InlineData(0.2f, 10)]
    [InlineData(1.26f, 63)]
    public void Delay_IsExact(float delay, int steps)
    {
        var world = Make.World(WorldDescription.Open(2.5f), ActuatorModel.Nominal with { Delay = delay }, Vector2.Zero);

        for (var i = 0; i < 80; i++)
        {
            // One step of command, then silence: the robot starts exactly `steps` later and never again.
            world.Step([i == 0 ? Vector2.UnitX : Vector2.Zero]);

            Assert.Equal(i >= steps, world.Truth(0).Velocity.X > 0f);
        }
    }

    [Fact]
    public void SteelHall_TurnsACommandBy35Degrees()
    {
        var world = Make.World(WorldDescription.Open(20f), Floor.SteelHall.Actuators, Vector2.Zero);

        for (var i = 0; i < 400; i++)
        {
            world.Step([new Vector2(0.5f, 0f)]);
        }

        var velocity = world.Truth(0).Velocity;
        Assert.Equal(35d, Math.Atan2(velocity.Y, velocity.X) * 180 / Math.PI, 1e-3);
        Assert.Equal(0.5f, velocity.Length(), 1e-4f);
    }

    [Fact]
    public void Floor_CanChangeUnderTheRobots()
    {
        var world = Make.World(Vector2.Zero);
        world.Step([Vector2.UnitX]);
        var before = world.Truth(0).Velocity;

        world.Floor = new Floor(ActuatorModel.Rotated(0.25f, 1f, MathF.PI, 0f));
        world.Step([Vector2.UnitX]);

        Assert.True(world.Truth(0).Velocity.X < before.X);
    }

    [Fact]
    public void Walls_StopMotion_AndLetARobotSlideAndLeave()
    {
        var world = Make.World(new Vector2(2.2f, 0f));
        for (var i = 0; i < 100; i++)
        {
            world.Step([new Vector2(0.6f, 0.6f)]);
        }

        Assert.True(world.Touched(0));
        Assert.Equal(2.5f - 0.12f, world.Truth(0).Position.X);
        Assert.Equal(0f, world.Truth(0).Velocity.X);
        Assert.Equal(0.6f, world.Truth(0).Velocity.Y, 1e-3f);

        for (var i = 0; i < 50; i++)
        {
            world.Step([-Vector2.UnitX]);
        }

        Assert.False(world.Touched(0));
        Assert.True(world.Truth(0).Position.X < 2.2f);
    }

    [Fact]
    public void InnerWallsAndDiscs_AreSolid()
    {
        var description = WorldDescription.Open(2.5f) with
        {
            Walls = [new WallSegment(new Vector2(1f, -1f), new Vector2(1f, 1f))],
            Discs = [new StaticDisc(new Vector2(-1f, 0f), 0.3f)],
        };
        foreach (var (direction, stop) in new[] { (1f, 1f - 0.12f), (-1f, -0.7f + 0.12f) })
        {
            var world = Make.World(description, ActuatorModel.Nominal, Vector2.Zero);
            for (var i = 0; i < 200; i++)
            {
                world.Step([new Vector2(direction, 0f)]);
            }

            Assert.True(world.Touched(0));
            Assert.Equal(stop, world.Truth(0).Position.X, 1e-4f);
        }
    }

    [Fact]
    public void ADifferentialDrive_ReportsItsControlPoint_AndStopsAtWalls()
    {
        var world = new World(
            WorldDescription.Open(2.5f), new Floor(ActuatorModel.Nominal, 0f, 0f), Make.Noiseless, [RobotBody.DifferentialDrive]);
        world.Reset(5, [new Vector2(1f, 0.5f)]);
        Assert.True(Vector2.Distance(new Vector2(1f, 0.5f), world.Truth(0).Position) < 1e-6f);
        Assert.Equal(0.05f, Vector2.Distance(world.Centre(0), world.Truth(0).Position), 1e-6f);

        var last = world.Truth(0).Position;
        for (var i = 0; i < 300; i++)
        {
            world.Step([new Vector2(1f, 0f)]);
            var truth = world.Truth(0);
            if (!world.Touched(0))
            {
                Assert.True(Vector2.Distance((truth.Position - last) / 0.02f, truth.Velocity) < 0.1f);
            }

            last = truth.Position;
            Assert.True(world.Centre(0).X <= 2.5f - 0.12f);
        }

        Assert.True(world.Touched(0));
        Assert.Equal(0f, world.Truth(0).Velocity.X, 1e-3f);
    }

    [Fact]
    public void Speed_NeverExceedsTheLimit_AndNothingLeavesTheArena()
    {
        var random = new RandomStream(2, 0, 0);
        var world = Make.World([.. Enumerable.Range(0, 8).Select(i => new Vector2(i * 0.5f - 1.75f, 0f))]);
        var commands = new Vector2[8];
        for (var i = 0; i < 5000; i++)
        {
            for (var r = 0; r < 8; r++)
            {
                commands[r] = new Vector2(random.NextGaussian(), random.NextGaussian()) * 10f;
            }

            commands[3] = i % 7 == 0 ? new Vector2(float.NaN) : commands[3];
            world.Step(commands);

            for (var r = 0; r < 8; r++)
            {
                Assert.True(world.Truth(r).Velocity.Length() <= 1.000001f);
                Assert.True(MathF.Abs(world.Truth(r).Position.X) <= 2.5f && MathF.Abs(world.Truth(r).Position.Y) <= 2.5f);
            }
        }
    }

    [Fact]
    public void SameSeed_SameBytes()
    {
        Assert.Equal(Flown(3), Flown(3));
        Assert.NotEqual(Flown(3), Flown(4));
    }

    [Fact]
    public void SteppingAndSensing_AllocateNothing()
    {
        var world = new World(WorldDescription.Open(2.5f), Floor.SteelHall, SensorSuite.Default, [RobotBody.Holonomic, RobotBody.DifferentialDrive]);
        var (frame, commands) = (new SensorFrame(), new Vector2[2]);
        world.Step(commands);
        world.Sense(0, frame);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 200; i++)
        {
            world.Step(commands);
            world.Sense(0, frame);
            world.Sense(1, frame);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void ImpossibleNumbers_AreRefusedByName()
    {
        var description = WorldDescription.Open(2.5f);
        RobotBody[] one = [RobotBody.Holonomic];

        Assert.Equal("ArenaHalfSize", Refused(() => new World(WorldDescription.Open(-1f), Floor.Nominal, SensorSuite.Default, one)));
        Assert.Equal("Discs", Refused(() => new World(description with { Discs = [new StaticDisc(default, -1f)] }, Floor.Nominal, SensorSuite.Default, one)));
        Assert.Equal("Walls", Refused(() => new World(
            description with { Walls = [new WallSegment(new Vector2(float.NaN), default)] }, Floor.Nominal, SensorSuite.Default, one)));
        Assert.Equal("PositionNoise", Refused(() => new World(description, Floor.Nominal with { PositionNoise = -1f }, SensorSuite.Default, one)));
        Assert.Equal("LidarDropOut", Refused(() => new World(description, Floor.Nominal, new SensorSuite { LidarDropOut = 2f }, one)));
        Assert.Equal("LidarRange", Refused(() => new World(description, Floor.Nominal, new SensorSuite { LidarRange = float.PositiveInfinity }, one)));
        Assert.Equal("robots", Refused(() => new World(description, Floor.Nominal, SensorSuite.Default, [])));
    }

    private static string? Refused(Func<World> make) => Assert.ThrowsAny<ArgumentException>(make).ParamName?.Split('.')[^1];

    private static byte[] Flown(ulong seed)
    {
        var world = new World(WorldDescription.Open(2.5f), Floor.SteelHall, new SensorSuite { LidarDropOut = 0.1f }, [RobotBody.Holonomic, RobotBody.DifferentialDrive]);
        world.Reset(seed, [new Vector2(-1f, 0f), new Vector2(1f, 0f)]);
        var (frame, log) = (new SensorFrame(), new List<byte>());
        for (var i = 0; i < 50; i++)
        {
            world.Step([Vector2.UnitX, new Vector2(0f, -0.5f)]);
            for (var r = 0; r < 2; r++)
            {
                world.Sense(r, frame);
                var ego = frame.Ego;
                log.AddRange(MemoryMarshal.AsBytes(new ReadOnlySpan<EgoState>(ref ego)));
                log.AddRange(MemoryMarshal.AsBytes(frame.Ranges.AsSpan(0, frame.RayCount)));
                log.AddRange(MemoryMarshal.AsBytes(new ReadOnlySpan<Vector2>([frame.Neighbours[0].Position, frame.Neighbours[0].Velocity])));
            }
        }

        return [.. log];
    }
}
