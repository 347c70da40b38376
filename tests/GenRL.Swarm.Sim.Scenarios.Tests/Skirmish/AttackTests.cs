using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Skirmish;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Skirmish;

public sealed class AttackTests
{
    // One shot falls in a step's first tick; the next is at least 10 ticks later for all of these but the zergling and hydralisk, 8 to 12.
    [Theory]
    [InlineData(UnitType.Marine, 36f, 9f / 45f / 3f)]
    [InlineData(UnitType.Marauder, 35f, 10f / 45f / 3f)]
    [InlineData(UnitType.Stalker, 32f, 13f / 45f / 3f)]
    [InlineData(UnitType.Zealot, 37f, 8f / 45f / 3f)]
    [InlineData(UnitType.Zergling, 40f, 5f / 45f / 3f)]
    [InlineData(UnitType.Hydralisk, 33f, 12f / 45f / 3f)]
    public void Step_InRange_TakesHealthAndEarnsItsShare(UnitType type, float health, float reward)
    {
        var field = new Field(Field.Marines with { Allies = [type, UnitType.Marine, UnitType.Marine] });
        field.Put(0, 16f, 16f);
        field.Put(4, 17.5f, 16f);

        field.Step((0, 6f));

        Assert.Equal(health, field.Units.Health[4]);
        Field.Near([reward, reward, reward, 0f, 0f, 0f], field.Rewards);
    }

    // Only what is nearer than the range is hit.
    [Theory]
    [InlineData(UnitType.Marine, 5f)]
    [InlineData(UnitType.Marauder, 6f)]
    [InlineData(UnitType.Stalker, 6f)]
    [InlineData(UnitType.Zealot, 2f)]
    [InlineData(UnitType.Zergling, 2f)]
    [InlineData(UnitType.Hydralisk, 5f)]
    public void Step_AtTheRange_Misses(UnitType type, float range)
    {
        var options = Field.Marines with { Allies = [type, UnitType.Marine, UnitType.Marine] };
        var (at, within) = (new Field(options), new Field(options));
        at.Put(0, 16f, 16f);
        at.Put(3, 16f + range, 16f);
        within.Put(0, 16f, 16f);
        within.Put(3, 16f + (range * 0.999f), 16f);

        at.Step((0, 5f));
        within.Step((0, 5f));

        Assert.Equal(45f, at.Units.Health[3]);
        Assert.True(within.Units.Health[3] < 45f);
    }

    // Attack k of an ally is on enemy k, of an enemy on the ally that is k-th from behind.
    [Theory]
    [InlineData(0, 5f, 3)]
    [InlineData(0, 7f, 5)]
    [InlineData(3, 5f, 2)]
    [InlineData(3, 7f, 0)]
    public void Step_AttackNumber_MeansTheUnitThatSmaxMeans(int shooter, float choice, int target)
    {
        var field = new Field(Field.Marines);
        for (var i = 0; i < 6; i++)
        {
            field.Put(i, 14f + (0.9f * i), 16f);
        }

        field.Step((shooter, choice));

        var hurt = Enumerable.Range(0, 6).Where(i => field.Units.Health[i] < 45f);
        Assert.Equal([target], hurt);
    }

    [Fact]
    public void Step_ShootersThatKillEachOther_BothDieInADraw()
    {
        var field = new Field(Field.Marines);
        field.Put(0, 16f, 16f);
        field.Put(3, 18f, 16f);
        field.Kill(1, 2, 4, 5);
        (field.Units.Health[0], field.Units.Health[3]) = (9f, 9f);

        var end = field.Step((0, 5f), (3, 7f));

        Assert.Equal(EpisodeEnd.Terminated, end);
        Field.Near([1f / 15f, 1f / 15f, 1f / 15f, 1f / 15f, 1f / 15f, 1f / 15f], field.Rewards); // 9 of 45 of one of three; no bonus
    }

    [Fact]
    public void Step_TwoShootOne_DamageAdds()
    {
        var field = new Field(Field.Marines);
        field.Put(0, 16f, 16f);
        field.Put(1, 16f, 18f);
        field.Put(5, 18f, 17f);

        field.Step((0, 7f), (1, 7f));

        Assert.Equal(27f, field.Units.Health[5]);
    }

    [Fact]
    public void Step_MoreDamageThanHealth_CountsOnlyTheHealth()
    {
        var field = new Field(Field.Marines);
        field.Put(0, 16f, 16f);
        field.Put(3, 18f, 16f);
        field.Units.Health[3] = 4.5f;

        field.Step((0, 5f));

        Field.Near([0.1f / 3f], field.Rewards.AsSpan(0, 1));
        Assert.Equal(0f, field.Units.Health[3]);
    }

    [Fact]
    public void Step_Dead_NeitherShootsNorIsShot()
    {
        var field = new Field(Field.Marines);
        field.Put(0, 16f, 16f);
        field.Put(3, 18f, 16f);
        field.Kill(0);

        field.Step((0, 5f), (3, 7f));

        Assert.Equal((0f, 45f), (field.Units.Health[0], field.Units.Health[3]));
        Assert.True(field.Units.Cooldown[3] < 0f); // nothing was fired
    }

    // The weapon takes 0.61 s + U(-1/16, 2/16) s = U(8.76, 11.76) ticks; with what is over the last tick and the tick of the shot, that is 10 to 13
    // ticks between shots: 10 in 0.08 of all cases, 11 and 12 in a third each, 13 in 0.2533: 11.76 on average, deviation 0.94.
    [Fact]
    public void Step_LongFight_FiresAtTheWeaponsPace()
    {
        var field = new Field(Field.Marines with
        {
            Units = [UnitRules.Smax[0] with { Health = 1e6f }, .. UnitRules.Smax.Skip(1)],
            TicksPerStep = 1,
            MaxSteps = int.MaxValue,
        });
        field.Put(0, 16f, 16f);
        field.Put(3, 18f, 16f);
        var shots = new List<int>();
        for (var tick = 0; tick < 12_000; tick++)
        {
            var before = field.Units.Health[3];
            field.Step((0, 5f));
            if (field.Units.Health[3] < before)
            {
                shots.Add(tick);
            }
        }

        var gaps = shots.Zip(shots.Skip(1), (a, b) => b - a).ToArray();
        Assert.Equal((10, 13), (gaps.Min(), gaps.Max()));
        Assert.InRange(gaps.Average(), 11.76 - 0.12, 11.76 + 0.12); // four standard errors at a thousand gaps
    }
}
