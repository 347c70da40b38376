using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Skirmish;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Skirmish;

public sealed class MovementTests
{
    // A marine: 8 ticks of 1/16 s at 3.15 m/s are 1.575 m.
    [Theory]
    [InlineData(0, 16f, 17.575f)]
    [InlineData(1, 17.575f, 16f)]
    [InlineData(2, 16f, 14.425f)]
    [InlineData(3, 14.425f, 16f)]
    [InlineData(4, 16f, 16f)]
    [InlineData(5, 16f, 16f)]
    [InlineData(7, 16f, 16f)]
    public void Step_EachChoice_MovesAsSmaxDoes(int choice, float x, float y)
    {
        var field = new Field(Field.Marines);
        field.Put(0, 16f, 16f);

        field.Step((0, choice));

        Field.Near([x, y], [field.Units.X[0], field.Units.Y[0]]);
    }

    [Theory]
    [InlineData(UnitType.Marine, 1.575f)]
    [InlineData(UnitType.Marauder, 1.125f)]
    [InlineData(UnitType.Stalker, 2.065f)]
    [InlineData(UnitType.Zealot, 1.575f)]
    [InlineData(UnitType.Zergling, 2.065f)]
    [InlineData(UnitType.Hydralisk, 1.575f)]
    public void Step_EachType_MovesAtItsSpeed(UnitType type, float way)
    {
        var field = new Field(Field.Marines with { Allies = [type, UnitType.Marine, UnitType.Marine] });
        field.Put(0, 16f, 16f);

        field.Step((0, 1f));

        Field.Near([16f + way], [field.Units.X[0]]);
    }

    [Theory]
    [InlineData(-1f)]
    [InlineData(0.5f)]
    [InlineData(8f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Step_NoSoundChoice_Stops(float choice)
    {
        var field = new Field(Field.Marines);
        field.Put(0, 16f, 16f);

        field.Step((0, choice));

        Assert.Equal((16f, 16f, 0), (field.Units.X[0], field.Units.Y[0], field.Units.Attack[0]));
    }

    // 0.1 m from the edge at 0.197 m a tick.
    [Theory]
    [InlineData(0.1f, 16f, 3)]
    [InlineData(31.9f, 16f, 1)]
    [InlineData(16f, 0.1f, 2)]
    [InlineData(16f, 31.9f, 0)]
    public void Step_IntoAnEdge_Kills(float x, float y, int choice)
    {
        var field = new Field(Field.Marines);
        field.Put(0, x, y);

        field.Step((0, choice));

        Assert.Equal(0f, field.Units.Health[0]);
        Field.Near([0f, 0f, 0f, 1f / 3f, 1f / 3f, 1f / 3f], field.Rewards); // a third of the team's health, to the others
    }

    [Fact]
    public void Step_IntoAnEdgeThatDoesNotKill_Stops()
    {
        var field = new Field(Field.Marines with { EdgesKill = false });
        field.Put(0, 0.1f, 16f);

        field.Step((0, 3f));

        Assert.Equal((0f, 45f), (field.Units.X[0], field.Units.Health[0]));
    }

    [Fact]
    public void Step_Dead_StaysWhereItFell()
    {
        var field = new Field(Field.Marines);
        field.Put(0, 16f, 16f);
        field.Kill(0);

        field.Step((0, 1f));

        Assert.Equal((16f, 16f), (field.Units.X[0], field.Units.Y[0]));
    }

    // Radii 0.375 each, 0.5 m apart: each is pushed by 0.5 (0.75 / 0.5 - 1) / 2 = 0.125 m, which parts them for good.
    [Fact]
    public void Step_TwoOverlap_ArePushedApart()
    {
        var field = new Field(Field.Marines);
        field.Put(0, 16f, 16f);
        field.Put(3, 16.5f, 16f);

        field.Step();

        Field.Near([15.875f, 16.625f, 16f, 16f], [field.Units.X[0], field.Units.X[3], field.Units.Y[0], field.Units.Y[3]]);
    }

    // The middle one of three is pushed from both sides alike; a stalker's radius is 0.625 m: reach 1, 0.8 apart, push 0.1.
    [Fact]
    public void Step_SeveralOverlap_PushesAdd()
    {
        var field = new Field(Field.Marines with { Allies = [UnitType.Stalker, UnitType.Marine, UnitType.Marine], TicksPerStep = 1 });
        field.Put(0, 16f, 16f);
        field.Put(1, 15.2f, 16f);
        field.Put(2, 16.8f, 16f);

        field.Step();

        Field.Near([16f, 15.1f, 16.9f], field.Units.X.AsSpan(0, 3));
    }

    [Fact]
    public void Step_OverlapsTheDead_IsNotPushed()
    {
        var field = new Field(Field.Marines);
        field.Put(0, 16f, 16f);
        field.Put(1, 16.5f, 16f);
        field.Kill(1);

        field.Step();

        Assert.Equal((16f, 16.5f), (field.Units.X[0], field.Units.X[1]));
    }

    // All pairs of a crowd of mixed types, some of them dead, one by one.
    [Theory]
    [InlineData("3m")]
    [InlineData("10m_vs_11m")]
    [InlineData("27m_vs_30m")]
    public void Separate_Crowd_PushesAsPairByPair(string map)
    {
        var random = new RandomStream(9, 0, 0);
        var options = SkirmishMap.Find(map).Options() with { RandomTypes = true };
        var field = new Field(options);
        var units = field.Units;
        for (var i = 0; i < units.Count; i++)
        {
            field.Put(i, 10f + random.NextSingle(-2f, 2f), 10f + random.NextSingle(-2f, 2f));
        }

        field.Kill(1, 4);
        var (x, y) = (units.X[..units.Count], units.Y[..units.Count]);

        new Collisions(units.Padded).Separate(units);

        for (var i = 0; i < units.Count; i++)
        {
            var (pushX, pushY) = (0d, 0d);
            for (var j = 0; j < units.Count; j++)
            {
                var (dx, dy) = ((double)x[i] - x[j], (double)y[i] - y[j]);
                var overlap = ((units.Radius[i] + units.Radius[j]) / (Math.Sqrt((dx * dx) + (dy * dy)) + 1e-6)) - 1;
                if (i != j && overlap > 0 && units.Health[i] > 0f && units.Health[j] > 0f)
                {
                    (pushX, pushY) = (pushX + (dx * overlap / 2), pushY + (dy * overlap / 2));
                }
            }

            Field.Near([(float)(x[i] + pushX), (float)(y[i] + pushY)], [units.X[i], units.Y[i]]);
        }
    }

    // SMAX compares the steps before it counts this one: 3 lets a fourth happen.
    [Fact]
    public void Step_TimeRunsOut_TruncatesOneStepAfterTheLimit()
    {
        var field = new Field(Field.Marines with { MaxSteps = 3 });

        var ends = Enumerable.Range(0, 4).Select(_ => field.Step()).ToArray();

        Assert.Equal([EpisodeEnd.None, EpisodeEnd.None, EpisodeEnd.None, EpisodeEnd.Truncated], ends);
    }
}
