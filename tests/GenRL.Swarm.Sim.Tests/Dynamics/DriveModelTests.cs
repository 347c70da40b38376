using System.Numerics;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Tests.Dynamics;

public sealed class DriveModelTests
{
    [Theory]
    [InlineData(0.3f, 0f, 0.3f)]
    [InlineData(0.3f, 0.1f, 0.2f)]
    [InlineData(-0.3f, 0.1f, -0.2f)]
    [InlineData(0.05f, 0.1f, 0f)]
    [InlineData(-0.1f, 0.1f, 0f)]
    public void DeadZone_JoinsWithoutAJump(float value, float width, float expected) => Assert.Equal(expected, DeadZone.Apply(value, width), 1e-7f);

    [Fact]
    public void DeadZone_OfNoWidth_ChangesNothing_BitForBit() => Assert.All(
        [0f, -0f, 1e-30f, -0.123456f, 0.7f], value => Assert.Equal(BitConverter.SingleToInt32Bits(value), BitConverter.SingleToInt32Bits(DeadZone.Apply(value, 0f))));

    [Fact]
    public void HolonomicRobot_WithinItsDeadZone_Stands_AndBeyondItIsSlower()
    {
        Assert.Equal(Vector2.Zero, Velocity(RobotBody.Holonomic, new DriveModel { DeadZone = 0.2f }, new Vector2(0.15f, -0.1f)));
        Assert.Equal(0.3f, Velocity(RobotBody.Holonomic, new DriveModel { DeadZone = 0.2f }, new Vector2(0.5f, 0f)).X, 1e-4f);
    }

    [Fact]
    public void Drive_WithUnlikeWheels_HoldsItsCourseOnlyByTurning()
    {
        var world = World(RobotBody.DifferentialDrive, new DriveModel { LeftGain = 0.8f, RightGain = 1f });
        for (var i = 0; i < 500; i++)
        {
            world.Step([new Vector2(0.4f, 0f)]);
        }

        // Both wheels of a straight course turn alike: the left one is told more, which the controller does by steering right of where it goes.
        var (velocity, heading) = (world.Truth(0).Velocity, world.Truth(0).Heading);
        Assert.Equal(0f, world.Truth(0).YawRate, 1e-3f);
        Assert.True(MathF.Abs(heading) > 0.01f);
        Assert.Equal(heading, MathF.Atan2(velocity.Y, velocity.X), 1e-3f);
    }

    [Fact]
    public void Drive_WithAWiderBase_TurnsSlower()
    {
        Assert.True(Turned(1f) > 1.3f * Turned(2f));

        static float Turned(float scale)
        {
            var world = World(RobotBody.DifferentialDrive, new DriveModel { WheelBaseScale = scale });
            var before = world.Truth(0).Heading;
            for (var i = 0; i < 5; i++)
            {
                world.Step([new Vector2(MathF.Cos(before + 1.5f), MathF.Sin(before + 1.5f)) * 0.05f]);
            }

            return MathF.Abs(world.Truth(0).Heading - before);
        }
    }

    [Theory]
    [InlineData(-0.1f, 1f, 1f, "DeadZone")]
    [InlineData(0f, float.NaN, 1f, "LeftGain")]
    [InlineData(0f, 1f, 0f, "WheelBaseScale")]
    public void World_WithAnImpossibleDrive_NamesTheNumber(float deadZone, float left, float scale, string name)
    {
        var drive = new DriveModel { DeadZone = deadZone, LeftGain = left, WheelBaseScale = scale };

        Assert.Equal(name, Assert.Throws<ArgumentException>(() => World(RobotBody.Holonomic, drive)).ParamName);
    }

    private static Vector2 Velocity(RobotBody body, DriveModel drive, Vector2 command)
    {
        var world = World(body, drive);
        for (var i = 0; i < 200; i++)
        {
            world.Step([command]);
        }

        return world.Truth(0).Velocity;
    }

    private static World World(RobotBody body, DriveModel drive)
    {
        var world = new World(WorldDescription.Open(50f), Floor.Nominal with { Drive = drive }, SensorSuite.Default, [body]);
        world.Reset(1, [Vector2.Zero]);
        return world;
    }
}
