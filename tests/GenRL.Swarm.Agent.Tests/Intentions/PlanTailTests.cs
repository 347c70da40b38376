using System.Numerics;
using GenRL.Swarm.Agent.Intentions;

namespace GenRL.Swarm.Agent.Tests.Intentions;

public sealed class PlanTailTests
{
    private static readonly Vector2 Position = new(2f, -1f);

    [Theory]
    [InlineData(0.3f, 0f)]
    [InlineData(-1.2f, 2.5f)]
    [InlineData(8f, -6f)]
    [InlineData(0f, 20f)]
    public void Goal_OfWhatWasWritten_IsTheGoal(float x, float y)
    {
        var tail = new float[PlanTail.Size];
        var goal = Position + new Vector2(x, y);

        PlanTail.Write(Position, goal, new Vector2(0.4f, -0.5f), tail);

        Assert.InRange(Vector2.Distance(goal, PlanTail.Goal(Position, tail)), 0f, 1e-3f);
        Assert.Equal([0.4f, -0.5f], tail[2..]);
    }

    [Fact]
    public void Write_AtThreeMetres_IsOne()
    {
        var tail = new float[PlanTail.Size];

        PlanTail.Write(Position, Position + new Vector2(0f, 3f), new Vector2(7f, -7f), tail);

        Assert.Equal([0f, 1f, 1f, -1f], tail);
    }

    [Fact]
    public void Goal_FarAwayOrHere_StaysFinite()
    {
        var tail = new float[PlanTail.Size];
        PlanTail.Write(Position, Position, Vector2.Zero, tail);
        Assert.Equal(Position, PlanTail.Goal(Position, tail));

        Assert.InRange(Vector2.Distance(Position, PlanTail.Goal(Position, [50f, 50f, 0f, 0f])), 20f, 30f);
    }
}
