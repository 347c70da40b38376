using GenRL.Swarm.Sim.Scenarios.Skirmish;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Skirmish;

public sealed class ContinuousActionTests
{
    private static readonly SkirmishOptions Options = Field.Marines with { Coding = ActionCoding.Continuous };

    // The second number 1: it moves for sure, by the third as share of 1.575 m, along the fourth in turns.
    [Theory]
    [InlineData(0.5f, 0f, 0.7875f, 0f)]
    [InlineData(1f, 0.25f, 0f, 1.575f)]
    [InlineData(1f, 0.125f, 1.1136931f, 1.1136931f)]
    [InlineData(1f, 0.5f, -1.575f, 0f)]
    [InlineData(7f, 0.25f, 0f, 1.575f)]
    [InlineData(float.NaN, 0.25f, 0f, 0f)]
    public void Step_Moves_GoesByDistanceAndDirection(float distance, float turns, float x, float y)
    {
        var field = new Field(Options);
        field.Put(0, 16f, 16f);

        Step(field, 0, [0f, 1f, distance, turns]);

        Field.Near([16f + x, 16f + y], [field.Units.X[0], field.Units.Y[0]]);
        Assert.Equal(0, field.Units.Attack[0]);
    }

    // The second number 0: it attacks; the first 1: whoever is nearest to the point. Enemy 1 is nearer to the unit, enemy 2 to the point above.
    [Theory]
    [InlineData(0f, 6)]
    [InlineData(0.25f, 7)]
    public void Step_Attacks_TakesWhoIsNearestToThePoint(float turns, int attack)
    {
        var field = new Field(Options);
        field.Put(0, 16f, 16f);
        field.Put(4, 18f, 16f);
        field.Put(5, 16f, 18.2f);

        Step(field, 0, [1f, 0f, 1f, turns]);

        Assert.Equal(attack, field.Units.Attack[0]);
        Assert.Equal(36f, field.Units.Health[attack - 2]);
    }

    [Fact]
    public void Step_EnemyAttacks_CountsAlliesBackwards()
    {
        var field = new Field(Options);
        field.Put(0, 16f, 16f);
        field.Put(4, 18f, 16f);

        Step(field, 4, [1f, 0f, 0.5f, 0.5f]);

        Assert.Equal((7, 36f), (field.Units.Attack[4], field.Units.Health[0]));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(0)]
    public void Step_FirstNumberZero_AttacksAgainWhatItAttacked(int last)
    {
        var field = new Field(Options);
        field.Put(0, 16f, 16f);
        field.Put(3, 18f, 16f);
        field.Units.Attack[0] = last;

        Step(field, 0, [0f, 0f, 0.5f, 0f]);

        Assert.Equal(last, field.Units.Attack[0]);
    }

    // 0.3 of 4000: 1200 with a deviation of 29.
    [Fact]
    public void Step_SecondNumberBetween_IsTheChanceToMove()
    {
        var field = new Field(Options with { MaxSteps = int.MaxValue });
        var moves = 0;
        for (var i = 0; i < 4000; i++)
        {
            field.Put(0, 16f, 16f);
            Step(field, 0, [0.5f, 0.3f, 1f, 0f]);
            moves += field.Units.MoveX[0] != 0f ? 1 : 0;
        }

        Assert.InRange(moves, 1085, 1315);
    }

    private static void Step(Field field, int unit, ReadOnlySpan<float> action)
    {
        var actions = new float[6 * Orders.Numbers];
        for (var i = 0; i < 6; i++)
        {
            actions[(i * Orders.Numbers) + 1] = 1f; // the others move by nothing
        }

        action.CopyTo(actions.AsSpan(unit * Orders.Numbers));
        field.World.Step(actions, new float[6]);
    }
}
