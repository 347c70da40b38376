using System.Numerics;
using GenRL.Swarm.Agent.Planning;

namespace GenRL.Swarm.Agent.Tests.Planning;

public sealed class CommandsTests
{
    [Fact]
    public void Limit_KeepsTheDirection()
    {
        Assert.Equal(new Vector2(0.6f, 0.8f), Commands.Limit(new Vector2(3f, 4f), 1f));
        Assert.Equal(new Vector2(0.3f, 0.4f), Commands.Limit(new Vector2(0.3f, 0.4f), 1f));
    }

    [Fact]
    public void Shift_InPlace_DropsTheFirstAndHoldsTheLast()
    {
        Vector2[] plan = [new(1f, 0f), new(2f, 0f), new(3f, 0f)];

        Commands.Shift(plan, plan);

        Assert.Equal([new(2f, 0f), new(3f, 0f), new(3f, 0f)], plan);
    }

    [Fact]
    public void GoToGoal_FarAway_IsFullSpeedTowardsIt()
    {
        Assert.Equal(new Vector2(0f, -1f), Commands.GoToGoal(Vector2.One, new Vector2(1f, -9f), 1f));
        Assert.Equal(new Vector2(0.15f, 0f), Commands.GoToGoal(Vector2.Zero, new Vector2(0.1f, 0f), 1f));
    }
}
