using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Onboard.Planning;

namespace GenRL.Swarm.Onboard.Tests.Planning;

public sealed class CommittedPlanTests
{
    private static readonly Stamp Made = new(1_000_000_000);
    private readonly CommittedPlan _plan = new();
    private readonly Vector2[] _rest = new Vector2[PlanShape.Horizon];

    public CommittedPlanTests() => _plan.Commit([.. Enumerable.Range(0, PlanShape.Horizon).Select(k => new Vector2(k, 0f))], Made);

    [Theory]
    [InlineData(0.0, 0)]
    [InlineData(0.08, 0)]
    [InlineData(0.095, 1)]
    [InlineData(0.18, 1)]
    [InlineData(0.7, 7)]
    public void At_GivesTheCommandOfThatTime(double age, int command) =>
        Assert.Equal(new Vector2(command, 0f), _plan.At(Made.Plus(age)));

    [Theory]
    [InlineData(0.8)]
    [InlineData(100.0)]
    [InlineData(1e9)]
    public void At_WhenHalfOfItIsFlown_IsNothing(double age) => Assert.Null(_plan.At(Made.Plus(age)));

    [Theory]
    [InlineData(0.1, 1)]
    [InlineData(0.12, 1)]
    [InlineData(0.4, 4)]
    [InlineData(60.0, 14)]
    public void Remaining_DropsWhatHasPassed_AndHoldsTheLast(double age, int passed)
    {
        _plan.Remaining(Made.Plus(age), _rest);

        Assert.Equal(Enumerable.Range(0, PlanShape.Horizon).Select(k => new Vector2(Math.Min(k + passed, 14), 0f)), _rest);
    }

    [Fact]
    public void Abandon_LeavesNothing()
    {
        _plan.Abandon();
        _plan.Remaining(Made, _rest);

        Assert.Null(_plan.At(Made));
        Assert.Equal(float.PositiveInfinity, _plan.Age(Made));
        Assert.All(_rest, command => Assert.Equal(Vector2.Zero, command));
    }
}
