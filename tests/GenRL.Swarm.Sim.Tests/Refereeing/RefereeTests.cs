using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Refereeing;
using GenRL.Swarm.Sim.Tests.Worlds;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Tests.Refereeing;

public sealed class RefereeTests
{
    [Fact]
    public void Arrival_NeedsAllRobotsAtTheirGoalsAtTheSameTime()
    {
        var world = Make.World(new Vector2(-1f, 0f), new Vector2(-1f, 1f));
        var referee = new Referee(world);
        referee.Start(3, [Vector2.Zero, new Vector2(0f, 1f)]);

        // Robot 0 passes its goal and goes on; robot 1 arrives later.
        Fly(world, referee, 150, [new Vector2(0.7f, 0f), new Vector2(0.35f, 0f)]);

        Assert.False(referee.Result().Arrived);
        Assert.Null(referee.SecondsToGoal);
        Assert.False(referee.Result().Success);
        Assert.Equal(3, referee.Result().Mission);
        Assert.Equal(3d, referee.Result().Seconds);
    }

    [Fact]
    public void SecondsToGoal_IsTheFirstMomentTogether()
    {
        var world = Make.World(new Vector2(-1f, 0f), new Vector2(-1f, 1f));
        var referee = new Referee(world);
        referee.Start(0, [Vector2.Zero, new Vector2(0f, 1f)]);
        var expected = 0d;

        for (var step = 1; step <= 200; step++)
        {
            world.Step([-1.5f * world.Truth(0).Position, 1.5f * (new Vector2(0f, 1f) - world.Truth(1).Position)]);
            referee.Judge();
            if (expected == 0d && world.Truth(0).Position.Length() < 0.12f && Vector2.Distance(world.Truth(1).Position, new Vector2(0f, 1f)) < 0.12f)
            {
                expected = step * 0.02;
            }
        }

        Assert.Equal(expected, referee.Result().SecondsToGoal!.Value, 1e-9);
        Assert.True(referee.Result().Success);
        Assert.True(referee.AllAtGoal);
        Assert.Equal(1f, referee.Result().SmallestDistance!.Value, 1e-5f);
        Assert.Equal(1f, referee.Result().PathLength, 0.15f);
    }

    [Theory]
    [InlineData(0.2401f, 0)]
    [InlineData(0.2399f, 2)]
    public void Collision_IsACentreDistanceBelowTwoRadii(float distance, int collided)
    {
        var world = Make.World(Vector2.Zero, new Vector2(distance, 0f), new Vector2(0f, 2f));
        var referee = new Referee(world);
        referee.Start(0, [Vector2.Zero, new Vector2(distance, 0f), new Vector2(0f, 2f)]);

        Fly(world, referee, 1, new Vector2[3]);

        var result = referee.Result();
        Assert.Equal(collided, result.RobotCollisions);
        Assert.Equal(distance, result.SmallestDistance!.Value, 1e-6f);
        Assert.Equal(collided == 0, result.Success);
        Assert.Equal(collided > 0, referee.HasCollided(0));
        Assert.False(referee.HasCollided(2));
        Assert.True(result.Arrived);
    }

    [Fact]
    public void ACollision_LastsForTheMission_AndNotForTheNext()
    {
        var world = Make.World(new Vector2(-0.5f, 0f), new Vector2(0.5f, 0f));
        var referee = new Referee(world);
        referee.Start(0, [new Vector2(0.5f, 0f), new Vector2(-0.5f, 0f)]);
        Fly(world, referee, 75, [new Vector2(0.8f, 0f), new Vector2(-0.8f, 0f)]);
        Assert.True(referee.Result().Collided);
        Assert.True(referee.AnyCollision);

        referee.Start(1, [Vector2.Zero, Vector2.Zero]);

        Assert.False(referee.AnyCollision);
        Fly(world, referee, 1, new Vector2[2]);
        Assert.False(referee.Result().Collided);
    }

    [Fact]
    public void ATouchedWall_IsACollisionOfItsOwnKind()
    {
        var world = Make.World(WorldDescription.Open(1f), ActuatorModel.Nominal, new Vector2(0.8f, 0f));
        var referee = new Referee(world);
        referee.Start(0, [Vector2.Zero]);

        Fly(world, referee, 50, [Vector2.UnitX]);

        Assert.Equal((0, 1), (referee.Result().RobotCollisions, referee.Result().WallCollisions));
        Assert.True(referee.Result().Collided);
        Assert.Null(referee.Result().SmallestDistance);
    }

    [Fact]
    public void Judging_AllocatesNothing()
    {
        var world = Make.World(Vector2.Zero, Vector2.One);
        var referee = new Referee(world);
        referee.Start(0, [Vector2.Zero, Vector2.One]);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            referee.Judge();
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Fly(World world, Referee referee, int steps, Vector2[] commands)
    {
        for (var i = 0; i < steps; i++)
        {
            world.Step(commands);
            referee.Judge();
        }
    }
}
