using GenRL.Swarm.Sim.Scenarios.Skirmish;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Skirmish;

public sealed class ObservationTests
{
    private static readonly float[] Nobody = new float[UnitFeatures.Size];

    // 13 for each other unit and 10 for oneself.
    [Theory]
    [InlineData("3m", 75)]
    [InlineData("2s3z", 127)]
    [InlineData("25m", 647)]
    [InlineData("3s5z", 205)]
    [InlineData("8m", 205)]
    [InlineData("5m_vs_6m", 140)]
    [InlineData("10m_vs_11m", 270)]
    [InlineData("27m_vs_30m", 738)]
    [InlineData("3s5z_vs_3s6z", 218)]
    [InlineData("3s_vs_5z", 101)]
    [InlineData("6h_vs_8z", 179)]
    [InlineData("smacv2_5_units", 127)]
    [InlineData("smacv2_10_units", 257)]
    [InlineData("smacv2_20_units", 517)]
    public void ObservationSizes_EachMap_AreSmaxs(string map, int size)
    {
        var options = SkirmishMap.Find(map).Options();

        Assert.All(new SkirmishWorld(options).ObservationSizes, actual => Assert.Equal(size, actual));
        Assert.All(new SkirmishWorld(options with { Layout = ObservationLayout.Sections }).ObservationSizes, actual => Assert.Equal(842, actual));
    }

    [Theory]
    [InlineData("3m", 3, 8)]
    [InlineData("5m_vs_6m", 5, 11)]
    [InlineData("3s_vs_5z", 3, 10)]
    public void Actions_EachMap_AreFiveAndOnePerEnemy(string map, int agents, int choices)
    {
        var actions = new SkirmishWorld(SkirmishMap.Find(map).Options()).Actions;

        Assert.Equal(agents, actions.Count);
        Assert.All(actions, action => Assert.Equal([choices], action.Choices));
    }

    [Fact]
    public void Actions_BothTeamsDriven_EachCountsItsTargets()
    {
        var actions = new SkirmishWorld(SkirmishMap.Find("3s_vs_5z").Options() with { Control = Control.Both }).Actions;

        Assert.Equal([10, 10, 10, 8, 8, 8, 8, 8], actions.Select(action => action.Choices[0]));
    }

    // A stalker (sight 10, attack 7 of 0 to 7, half of 1.87 s to go) sees a zealot 3 m right and 4 m down, and is seen by it (sight 9).
    [Fact]
    public void Observe_UnitsInSight_GivesTheirFeatures()
    {
        var field = new Field(Field.Marines with
        {
            Allies = [UnitType.Stalker, UnitType.Marine, UnitType.Marine],
            Enemies = [UnitType.Zealot, UnitType.Marine, UnitType.Marine],
        });
        field.Put(0, 16f, 16f);
        field.Put(3, 19f, 12f);
        field.Units.Health[0] = 40f;
        field.Units.Health[3] = 75f;
        field.Units.Cooldown[0] = 0.935f;
        field.Units.Attack[0] = 7;
        field.Units.MoveX[3] = -1f;

        Field.Near([0.5f, 0.3f, -0.4f, -1f, 0f, 0f, 0f, 0f, 0f, 0f, 1f, 0f, 0f], field.Block(0, 2));
        Field.Near([0.25f, -3f / 9f, 4f / 9f, 0f, 0f, 1f, 0.5f, 0f, 0f, 1f, 0f, 0f, 0f], field.Block(3, 4)); // the enemies see the last ally first
        Field.Near([0.25f, 0.5f, 0.5f, 0.5f, 0f, 0f, 1f, 0f, 0f, 0f], field.Seen(0).AsSpan(65));
    }

    [Fact]
    public void Observe_Lists_OwnTeamFirstAndEnemiesBackwards()
    {
        var field = new Field(Field.Marines);
        for (var i = 0; i < 6; i++)
        {
            field.Put(i, 14f + i, 16f); // so that the second number says who it is
        }

        Assert.Equal([-1f, 1f, 2f, 3f, 4f], Enumerable.Range(0, 5).Select(block => MathF.Round(field.Block(1, block)[1] * 9f)));
        Assert.Equal([1f, -1f, -2f, -3f, -4f], Enumerable.Range(0, 5).Select(block => MathF.Round(field.Block(4, block)[1] * 9f)));
    }

    // A marine sees what is nearer than 9 m.
    [Theory]
    [InlineData(8.99f, true)]
    [InlineData(9f, false)]
    public void Observe_AtTheRangeOfSight_SeesNothing(float distance, bool seen)
    {
        var field = new Field(Field.Marines);
        field.Put(0, 10f, 16f);
        field.Put(4, 10f + distance, 16f);

        Assert.Equal(seen, field.Block(0, 3).Any(number => number != 0f));
    }

    [Fact]
    public void Observe_TheDead_SeeNothingAndAreNotSeen()
    {
        var field = new Field(Field.Marines);
        field.Put(0, 16f, 16f);
        field.Put(3, 18f, 16f);
        field.Kill(3);

        Assert.Equal(Nobody, field.Block(0, 2));
        Assert.All(field.Seen(3), number => Assert.Equal(0f, number));
    }

    [Fact]
    public void Observe_EnemyActionsAreSecret_ShowsOnlyTeammates()
    {
        var field = new Field(Field.Marines with { SeesEnemyActions = false });
        field.Put(0, 16f, 16f);
        field.Put(1, 16f, 18f);
        field.Put(3, 18f, 16f);
        foreach (var unit in (int[])[1, 3])
        {
            (field.Units.MoveX[unit], field.Units.MoveY[unit], field.Units.Attack[unit]) = (0.5f, 0.25f, 7);
        }

        Field.Near([0.5f, 0.25f, 1f], field.Block(0, 0).AsSpan(3, 3));
        Field.Near([1f, 2f / 9f, 0f, 0f, 0f, 0f, 0f, 1f, 0f, 0f, 0f, 0f, 0f], field.Block(0, 2));
    }

    [Fact]
    public void Observe_TraitsAreHidden_ShowsNeitherHealthNorType()
    {
        var field = new Field(Field.Marines with { HiddenTraits = 1f });
        field.Put(0, 16f, 16f);
        field.Put(1, 16f, 18f);
        field.Put(3, 18f, 16f);
        field.Units.MoveX[3] = 1f;
        field.Units.Cooldown[3] = 0.305f;

        Field.Near([0f, 2f / 9f, 0f, 1f, 0f, 0f, 0.5f, 0f, 0f, 0f, 0f, 0f, 0f], field.Block(0, 2));
        Field.Near([1f, 0f, 2f / 9f, 0f, 0f, 0f, 0f, 1f, 0f, 0f, 0f, 0f, 0f], field.Block(0, 0));
    }

    [Fact]
    public void AvailableActions_OfEverybody_AreWhatWouldDoSomething()
    {
        var field = new Field(Field.Marines);
        field.Put(0, 16f, 16f);
        field.Put(3, 18f, 16f);
        field.Put(4, 16f, 22f);
        field.Kill(1, 5);
        var available = new bool[6 * 8];

        field.World.AvailableActions(available);

        Assert.Equal([true, true, true, true, true, true, false, false], available[..8]);
        Assert.Equal([false, false, false, false, true, false, false, false], available[8..16]);
        Assert.Equal([true, true, true, true, true, false, false, true], available[24..32]); // the enemy's attack on the first ally is its last
    }
}
