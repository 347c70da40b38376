using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Sim.Tests.LockStep;

public sealed class RandomisedEpisodeTests
{
    private static readonly EpisodeOptions Options = new()
    {
        Scenario = ScenarioList.Find("random-goals"),
        Robots = 1,
        LimitSeconds = 10,
        Domain = new DomainRandomisation { Measured = new FloorRange { DeadZone = new ValueRange(5f, 6f) } },
    };

    [Fact]
    public void Fly_AtTheStrengthGiven_DrawsFromTheDomainOfTheOptions()
    {
        var runner = new LockStepRunner(Options, [new GoToGoal()]);

        Assert.True(runner.Fly(1, 0f, TestContext.Current.CancellationToken).Mission.Arrived);
        Assert.False(runner.Fly(1, 1f, TestContext.Current.CancellationToken).Mission.Arrived);
    }

    [Fact]
    public void Fly_WithoutAStrength_TakesThatOfTheOptions()
    {
        var runner = new LockStepRunner(Options with { Randomisation = 1f }, [new GoToGoal()]);

        Assert.Equal(runner.Fly(1, 1f, TestContext.Current.CancellationToken), runner.Fly(1, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1.1f)]
    [InlineData(float.NaN)]
    public void Fly_AtAnImpossibleStrength_Throws(float strength) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new LockStepRunner(Options, [new GoToGoal()]).Fly(1, strength, TestContext.Current.CancellationToken));
}
