using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Skirmish;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Skirmish;

public sealed class RewardTests
{
    [Theory]
    [InlineData(false, 1f + (9f / 45f / 3f), 0f)]
    [InlineData(true, 1f, -1f)]
    public void Step_LastEnemyDies_EarnsTheBonus(bool zeroSum, float winner, float loser)
    {
        var field = new Field(Field.Marines with { ZeroSum = zeroSum });
        field.Put(0, 16f, 16f);
        field.Put(3, 18f, 16f);
        field.Kill(1, 4, 5);
        field.Units.Health[3] = 9f;

        var end = field.Step((0, 5f));

        Assert.Equal(EpisodeEnd.Terminated, end);
        Field.Near([winner, winner, winner, loser, loser, loser], field.Rewards); // the dead ally earns too
    }

    [Fact]
    public void Step_DrawInAZeroSumGame_EarnsNothing()
    {
        var field = new Field(Field.Marines with { ZeroSum = true });
        field.Put(0, 0.1f, 16f);
        field.Put(3, 31.9f, 16f);
        field.Kill(1, 2, 4, 5);

        var end = field.Step((0, 3f), (3, 1f));

        Assert.Equal(EpisodeEnd.Terminated, end);
        Field.Near([0f, 0f, 0f, 0f, 0f, 0f], field.Rewards);
    }

    [Fact]
    public void Step_OtherBonus_IsPaid()
    {
        var field = new Field(Field.Marines with { WinBonus = 5f });
        field.Put(3, 31.9f, 16f);
        field.Kill(4, 5);

        field.Step((3, 1f));

        Field.Near([5f + (1f / 3f)], field.Rewards.AsSpan(0, 1));
    }

    // 5 marines against 6: a shot is a fifth of one of six's health for the allies, of one of five's for the enemies.
    [Fact]
    public void Step_UnequalTeams_ShareByTheOtherTeamsSize()
    {
        var field = new Field(SkirmishMap.Find("5m_vs_6m").Options() with { Control = Control.Both });
        field.Put(0, 16f, 16f);
        field.Put(5, 18f, 16f);

        field.Step((0, 5f), (5, 9f));

        Assert.Equal((36f, 36f), (field.Units.Health[0], field.Units.Health[5]));
        Field.Near([0.2f / 6f], field.Rewards.AsSpan(0, 1));
        Field.Near([0.2f / 5f], field.Rewards.AsSpan(5, 1));
    }

    [Fact]
    public void Step_OnlyAlliesDriven_RewardsAreTheirs()
    {
        var field = new Field(SkirmishMap.Find("3m").Options());
        field.Kill(0, 1, 2);

        var end = field.Step();

        Assert.Equal(EpisodeEnd.Terminated, end);
        Assert.Equal([0f, 0f, 0f], field.Rewards);
    }
}
