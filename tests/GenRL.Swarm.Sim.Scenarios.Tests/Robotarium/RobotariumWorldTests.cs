using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Sensors;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Robotarium;

public class RobotariumWorldTests
{
    [Fact]
    public void Waypoints_AreReachedAndRewardedWithTheWayMade()
    {
        var world = new RobotariumWorld(new RobotariumOptions
        {
            Robots = 3, Action = RobotariumAction.Waypoint, Certificate = RobotariumCertificate.UniBoundary,
        });
        world.Reset(new RandomStream(1, 0, 0));
        var observations = new float[world.ObservationSizes.Sum()];
        world.Observe(observations);
        var (actions, rewards, sums) = (new float[6], new float[3], new double[3]);
        var size = world.ObservationSizes[0];
        var start = new double[3];
        for (var i = 0; i < 3; i++)
        {
            (actions[2 * i], actions[(2 * i) + 1]) = (observations[((i + 1) * size) - 2] / 1.6f, observations[((i + 1) * size) - 1]);
            start[i] = ToGoal(observations.AsSpan(i * size, size));
        }

        for (var step = 0; step < 900; step++)
        {
            Assert.Equal(EpisodeEnd.None, world.Step(actions, rewards));
            for (var i = 0; i < 3; i++)
            {
                sums[i] += rewards[i];
            }
        }

        world.Observe(observations);
        Assert.All(Enumerable.Range(0, 3), i => Assert.True(ToGoal(observations.AsSpan(i * size, size)) < 0.02));
        Assert.All(Enumerable.Range(0, 3), i => Assert.Equal(start[i], sums[i], 0.02));
        Assert.Equal(0, world.Counters.PairsTouching);
        Assert.Equal(0, world.Counters.StepsOutside);
        Assert.Equal(900, world.CertificateTally.Solves);
    }

    [Theory]
    [InlineData(5, 1.6)]
    [InlineData(2, 1.6)]
    [InlineData(20, 3.2)]
    [InlineData(500, 16d)]
    public void TheArenaGrowsWithTheRobots_WhichStartApart(int robots, double halfLength)
    {
        var world = new RobotariumWorld(new RobotariumOptions { Robots = robots });
        world.Reset(new RandomStream(2, 0, 0));

        Assert.Equal(halfLength, Arena.ForRobots(robots).HalfLength, 1e-12);
        for (var i = 0; i < robots; i++)
        {
            Assert.True(Arena.ForRobots(robots).Contains(world.Poses.X[i], world.Poses.Y[i]));
            Assert.DoesNotContain(Enumerable.Range(0, i), j => (world.Poses[i].Position - world.Poses[j].Position).Length < 0.5);
        }
    }

    [Fact]
    public void EpisodesEndWithTheirTime()
    {
        var world = new RobotariumWorld(new RobotariumOptions { Robots = 1, Steps = 2 });
        world.Reset(new RandomStream(3, 0, 0));

        Assert.Equal(EpisodeEnd.None, world.Step([1f, 0f], new float[1]));
        Assert.Equal(EpisodeEnd.Truncated, world.Step([1f, 0f], new float[1]));
    }

    [Fact]
    public void NumbersThatAreNone_StandStill_AndGreatOnesAreLimited()
    {
        var world = new RobotariumWorld(new RobotariumOptions { Robots = 2 });
        world.Reset(new RandomStream(4, 0, 0));
        var (before, other) = (world.Poses[0], world.Poses[1]);

        world.Step([float.NaN, float.NaN, 1e30f, 0f], new float[2]);

        Assert.Equal(before.Position, world.Poses[0].Position);
        Assert.Equal(0.2 * 0.033, (world.Poses[1].Position - other.Position).Length, 1e-12);
    }

    [Fact]
    public void Restored_ItGoesOnBitForBit()
    {
        var options = new RobotariumOptions { Certificate = RobotariumCertificate.Uni };
        var (world, stream) = (new RobotariumWorld(options), new RandomStream(5, 0, 0));
        world.Reset(stream);
        Run(world, 50);
        var measure = Snapshot.Measure();
        measure.Move(stream);
        world.Move(ref measure);
        var bytes = new byte[measure.Position];
        var save = Snapshot.Save(bytes);
        save.Move(stream);
        world.Move(ref save);
        var expected = Run(world, 50);

        var (other, otherStream) = (new RobotariumWorld(options), new RandomStream(99, 0, 0));
        other.Reset(otherStream);
        Run(other, 7);
        var restore = Snapshot.Restore(bytes);
        restore.Move(otherStream);
        other.Move(ref restore);

        Assert.Equal(expected, Run(other, 50));
    }

    [Fact]
    public void Draw_ShowsArenaRobotsGoalsAndRays()
    {
        var world = new RobotariumWorld(new RobotariumOptions { Obstacles = [new Segment(0d, 0d, 1d, 0d)] });
        world.Reset(new RandomStream(6, 0, 0));
        var scene = new Scene();

        world.Draw(scene);

        Assert.Equal(5, scene.Shapes.Count(shape => shape.Role == Role.Robot && !double.IsNaN(shape.Rotation)));
        Assert.Equal(5, scene.Shapes.Count(shape => shape.Role == Role.Goal));
        Assert.Equal(35, scene.Shapes.Count(shape => shape.Role == Role.Ray));
        Assert.Single(scene.Shapes, shape => shape.Role == Role.Obstacle);
        Assert.Equal(Role.Floor, scene.Shapes[0].Role);
    }

    [Fact]
    public void BadOptions_AreNamed()
    {
        Assert.StartsWith("robots:", Refusal(new RobotariumOptions { Robots = 0 }), StringComparison.Ordinal);
        Assert.StartsWith("robots:", Refusal(new RobotariumOptions { Robots = 5000 }), StringComparison.Ordinal);
        Assert.StartsWith("steps:", Refusal(new RobotariumOptions { Steps = 0 }), StringComparison.Ordinal);
        Assert.StartsWith("certificate:", Refusal(new RobotariumOptions { Certificate = RobotariumCertificate.Robust }), StringComparison.Ordinal);
        Assert.StartsWith(
            "obstacles:", Refusal(new RobotariumOptions { Obstacles = [new Segment(0d, double.NaN, 0d, 0d)] }), StringComparison.Ordinal);
    }

    private static string Refusal(RobotariumOptions options) => Assert.Throws<ScenarioException>(() => new RobotariumWorld(options)).Message;

    private static double ToGoal(ReadOnlySpan<float> own) => Math.Sqrt(Math.Pow(own[^2] - own[0], 2d) + Math.Pow(own[^1] - own[1], 2d));

    private static float[] Run(RobotariumWorld world, int steps)
    {
        var (observations, rewards) = (new float[world.ObservationSizes.Sum()], new float[world.Actions.Count]);
        var actions = new float[2 * world.Actions.Count];
        for (var step = 0; step < steps; step++)
        {
            for (var i = 0; i < actions.Length; i++)
            {
                actions[i] = MathF.Sin((3f * step) + i);
            }

            world.Step(actions, rewards);
        }

        world.Observe(observations);
        return [.. observations, .. rewards];
    }
}
