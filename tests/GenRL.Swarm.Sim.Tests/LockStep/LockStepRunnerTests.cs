using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Communication;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Sim.Tests.LockStep;

public sealed class LockStepRunnerTests
{
    private static readonly EpisodeOptions Random = new() { Scenario = ScenarioList.Find("random-goals") };

    [Fact]
    public void Fly_OneRobotAlone_AlwaysArrives()
    {
        var runner = new LockStepRunner(Random with { Robots = 1 }, [new GoToGoal()]);

        for (var seed = 0ul; seed < 20; seed++)
        {
            var episode = runner.Fly(seed);

            Assert.True(episode.Mission.Success, $"seed {seed}");
            Assert.InRange(episode.SecondsToGoal, 0.02, 6d);
            Assert.Equal(episode.SecondsToGoal + 0.5, episode.Mission.Seconds, 0.021);
        }
    }

    [Theory]
    [InlineData(KinematicsKind.Holonomic)]
    [InlineData(KinematicsKind.DifferentialDrive)]
    public void Fly_StraightThroughTheMiddle_CollidesAndEnds(KinematicsKind kinematics)
    {
        var options = Random with { Scenario = ScenarioList.Find("crossing"), Body = new RobotBody { Kinematics = kinematics } };
        var runner = new LockStepRunner(options, Brains(4));

        var episode = runner.Fly(3);

        Assert.True(episode.Mission.Collided);
        Assert.False(episode.Mission.Success);
        Assert.Equal(12d, episode.SecondsToGoal);
        Assert.InRange(episode.Mission.Seconds, 0.5, 4d);
        Assert.True(episode.Mission.SmallestDistance < 0.24f);
    }

    [Fact]
    public void Fly_WithoutEndOnCollision_GoesOnToTheGoals()
    {
        var options = Random with { Scenario = ScenarioList.Find("crossing"), EndOnCollision = false };

        var episode = new LockStepRunner(options, Brains(4)).Fly(3);

        Assert.True(episode.Mission.Arrived);
        Assert.True(episode.Mission.Collided);
        Assert.False(episode.Mission.Success);
        Assert.True(episode.SecondsToGoal < 12d);
    }

    [Fact]
    public void Fly_WithARightHandBias_CrossesWithoutCollision()
    {
        var options = Random with { Scenario = ScenarioList.Find("crossing"), Robots = 2 };
        var runner = new LockStepRunner(options, [new GoToGoal { Bias = 0.6f }, new GoToGoal { Bias = 0.6f }]);

        var episode = runner.Fly(3);

        Assert.True(episode.Mission.Success);
        Assert.True(episode.Mission.SmallestDistance > 0.24f);
    }

    [Fact]
    public void Fly_OnTheSteelHall_ASimpleControllerSpiralsAndNeverArrivesInTime()
    {
        var options = Random with { Robots = 1, Floor = new Floor(ActuatorModel.Rotated(0.6f, 1f, 1.57f, 0.2f)), LimitSeconds = 3d };

        var episode = new LockStepRunner(options, Brains(1)).Fly(1);

        Assert.False(episode.Mission.Arrived);
        Assert.Equal(3d, episode.Mission.Seconds);
        Assert.Equal(3d, episode.SecondsToGoal);
    }

    [Fact]
    public void Order_IsStepThenTick_AndWhatIsToldIsHeardAtTheNextStep()
    {
        var brains = Brains(2);
        new LockStepRunner(Random with { Robots = 2, LimitSeconds = 0.24 }, brains).Fly(1);

        Assert.Equal(
            [
                "assign", "step 0", "tick 0", "hear 1 at 20", "step 20", "step 40", "step 60", "step 80", "step 100", "tick 100",
                "hear 1 at 120", "step 120", "step 140", "step 160", "step 180", "step 200", "tick 200", "hear 1 at 220", "step 220",
            ],
            brains[0].Calls[1..]);
        Assert.StartsWith("begin r0 ", brains[0].Calls[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Radio_DelaysAndLosesWhatIsHeard()
    {
        var brains = Brains(2);
        var radio = new RadioOptions { LatencySeconds = 0.06 };
        new LockStepRunner(Random with { Robots = 2, LimitSeconds = 0.2, Radio = radio }, brains).Fly(1);
        Assert.Contains("hear 1 at 60", brains[0].Calls);
        Assert.DoesNotContain("hear 1 at 40", brains[0].Calls);

        var deaf = new LockStepRunner(Random with { Robots = 2, LimitSeconds = 0.2, Radio = new RadioOptions { Loss = 1f } }, brains).Fly(1);
        Assert.DoesNotContain(brains[0].Calls, call => call.StartsWith("hear", StringComparison.Ordinal));
        Assert.Equal((4L, 4L), (deaf.FramesOffered, deaf.FramesLost));
    }

    [Fact]
    public void Statistics_CountInterventionsAndCommands()
    {
        var episode = new LockStepRunner(Random with { Robots = 3, LimitSeconds = 0.2, EndOnCollision = false }, Brains(3)).Fly(1);

        Assert.Equal(30, episode.Commands);
        Assert.Equal(30, episode.Interventions);
    }

    [Fact]
    public void Fly_IsAFunctionOfTheSeed_AlsoWithARunnerThatHasFlown()
    {
        var options = Random with { Randomisation = 1f, Radio = new RadioOptions { Loss = 0.2f, JitterSeconds = 0.1 }, Floor = Floor.SteelHall };
        var used = new LockStepRunner(options, Brains(4));
        used.Fly(8);

        Assert.Equal(Trail(new LockStepRunner(options, Brains(4)), 5), Trail(used, 5));
        Assert.NotEqual(Trail(used, 5), Trail(used, 6));
    }

    [Fact]
    public void Fly_CanBeCancelled()
    {
        using var cancel = new CancellationTokenSource();
        var runner = new LockStepRunner(Random, Brains(4)) { Stepped = (_, _) => cancel.Cancel() };

        Assert.Throws<OperationCanceledException>(() => runner.Fly(1, cancel.Token));
    }

    [Fact]
    public void BadOptions_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new LockStepRunner(Random, Brains(3)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LockStepRunner(Random with { Randomisation = 2f }, Brains(4)));
    }

    private static GoToGoal[] Brains(int count) => [.. Enumerable.Range(0, count).Select(_ => new GoToGoal())];

    private static (EpisodeStatistics Statistics, string Trail) Trail(LockStepRunner runner, ulong seed)
    {
        var trail = new List<Vector2>();
        runner.Stepped = (world, _) => trail.Add(world.Centre(2));
        return (runner.Fly(seed), string.Join(' ', trail));
    }
}
