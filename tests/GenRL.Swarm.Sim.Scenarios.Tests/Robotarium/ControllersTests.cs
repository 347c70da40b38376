using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Robotarium;

public class ControllersTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void HybridPoseController_ArrivesAndTurns(bool isV2)
    {
        var options = isV2 ? new HybridPoseOptions() : HybridPoseOptions.Legacy;
        var platform = isV2 ? Platform.V2 : Platform.Legacy;
        var controller = new HybridPoseController(options, 1);
        var goal = Pose.Of(0.6, -0.3, 2.5);

        var pose = Drive(platform, (in pose) => controller.Control(0, pose, goal), 1200);

        Assert.True((pose.Position - goal.Position).Length <= options.PositionError);
        Assert.True(Math.Abs(Angle.Wrap(pose.Heading - goal.Heading)) <= options.RotationError);
        Assert.Equal(default, controller.Control(0, pose, goal));
    }

    [Fact]
    public void HybridPoseController_PushedAway_ApproachesAgain()
    {
        var controller = new HybridPoseController(new HybridPoseOptions(), 1);
        var goal = Pose.Of(0d, 0d, 0d);
        Assert.Equal(0d, controller.Control(0, Pose.Of(0d, 0d, 1d), goal).Speed);
        Assert.True(controller.Turning[0]);

        controller.Control(0, Pose.Of(0.1, 0d, 1d), goal);

        Assert.False(controller.Turning[0]);
        Assert.NotEqual(0d, controller.Control(0, Pose.Of(0.1, 0d, 1d), goal).Speed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void PolarPoseController_ArrivesWithTheHeading(bool isV2)
    {
        var controller = isV2 ? PolarPoseController.V2 : PolarPoseController.Legacy;
        var goal = Pose.Of(0.7, 0.4, -1d);

        var pose = Drive(Platform.V2, (in pose) => controller.Control(pose, goal), 600);

        Assert.True((pose.Position - goal.Position).Length < 0.01);
        Assert.True(Math.Abs(Angle.Wrap(pose.Heading - goal.Heading)) < 0.05);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2d)]
    [InlineData(-0.5)]
    [InlineData(-2.5)]
    public void Steer_NowhereToGo_DoesNotTurn(double heading)
    {
        Assert.Equal(default, UnicycleMaps.Steer(Pose.Of(0d, 0d, heading), default));
        Assert.Equal(default, UnicycleMaps.SteerEitherWay(Pose.Of(0d, 0d, heading), default));
    }

    [Fact]
    public void ToPointAndFromPoint_AreEachOthersInverse()
    {
        var random = new RandomStream(9, 0, 0);
        for (var trial = 0; trial < 100; trial++)
        {
            var pose = Pose.Of(random.NextSingle(), random.NextSingle(), random.NextSingle(-3f, 3f));
            var velocity = QuadraticProgram.RandomVector(random);

            var back = UnicycleMaps.ToPoint(pose, UnicycleMaps.FromPoint(pose, velocity, 0.05), 0.05);

            Assert.True((back - velocity).Length < 1e-14);
            Assert.InRange(UnicycleMaps.FromPointLegacy(pose, velocity, 0.05).Turn, -Math.PI, Math.PI);
        }
    }

    private delegate Twist Control(in Pose pose);

    private static Pose Drive(Platform platform, Control control, int steps)
    {
        var poses = new Poses(1);
        poses.Place(0, 0d, 0d, 0.3);
        for (var step = 0; step < steps; step++)
        {
            UnicycleDynamics.Step(poses, [platform.Saturate(control(poses[0]))]);
        }

        return poses[0];
    }
}
