using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Skirmish;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Skirmish;

public sealed class SightTests
{
    private const int Looks = 12;
    private static readonly SkirmishOptions Coned = Field.Marines with { View = FieldOfView.Cone };

    // The cone is 30 degrees wide: 14.9 degrees off its axis is in it, 15.1 is not. Look k turns the axis to 30 k degrees.
    [Theory]
    [InlineData(0, 14.9, true)]
    [InlineData(0, -14.9, true)]
    [InlineData(0, 15.1, false)]
    [InlineData(0, 180, false)]
    [InlineData(3, 90, true)]
    [InlineData(3, 74.9, false)]
    [InlineData(6, 194.9, true)]
    [InlineData(6, 0, false)]
    [InlineData(11, 330, true)]
    public void Observe_Cone_ShowsWhatLiesInIt(int look, double degrees, bool seen)
    {
        var field = new Field(Coned);
        field.Put(0, 16f, 16f);
        field.Put(4, 16f + (float)(3 * Math.Cos(degrees * Math.PI / 180)), 16f + (float)(3 * Math.Sin(degrees * Math.PI / 180)));

        field.Step((0, 5f + look));

        Assert.Equal(seen, field.Block(0, 3).Any(number => number != 0f));
        Assert.Equal((16f, 16f), (field.Units.X[0], field.Units.Y[0])); // a look takes the whole step
    }

    [Theory]
    [InlineData(0, 36f)]
    [InlineData(1, 45f)]
    public void Step_AttackWithACone_HitsOnlyWhatLiesInIt(int look, float health)
    {
        var field = new Field(Coned);
        field.Put(0, 16f, 16f);
        field.Put(3, 18f, 16f);
        field.Step((0, 5f + look));

        field.Step((0, 5f + Looks));

        Assert.Equal(health, field.Units.Health[3]);
    }

    [Fact]
    public void Observe_Cone_TellsWhereOneLooks()
    {
        var field = new Field(Coned);
        field.Put(0, 16f, 16f);
        field.Step((0, 5f + 3));

        Assert.Equal(77, field.World.ObservationSizes[0]);
        Assert.Equal(5 + Looks + 3, field.World.Actions[0].Choices[0]);
        Field.Near([1f, 0.5f, 0.5f, 0f, 0f, 1f, 1f, 0f, 0f, 0f, 0f, 0f], field.Seen(0).AsSpan(65));
    }

    [Fact]
    public void Step_ConeAgainstTheScript_TheScriptHasNone()
    {
        var field = new Field(Coned with { Control = Control.Allies });
        field.Put(0, 16f, 16f);
        field.Put(3, 18f, 16f); // looks away, along x

        field.Step();

        Assert.Equal(36f, field.Units.Health[0]);
    }

    // Enemy 3 comes into the view of ally 0; ally 1 stands beside it and is told by chance.
    [Theory]
    [InlineData(0f, 0)]
    [InlineData(1f, 1000)]
    [InlineData(0.25f, 250)]
    public void Observe_SharedSight_IsTheChanceThatATeammateSeesToo(float chance, int told)
    {
        var count = 0;
        for (var seed = 0u; seed < 1000; seed++)
        {
            var field = new Field(Field.Marines with { SharedSight = chance, Starts = StartPositions.Facing }, seed);
            field.Put(0, 16f, 16f);
            field.Put(1, 16f, 18f);
            field.Put(3, 18f, 16f);
            field.Step();

            Assert.NotEqual(0f, field.Block(0, 2)[0]);
            Assert.NotEqual(0f, field.Block(0, 0)[0]); // the own team is always seen
            count += field.Block(1, 2)[0] != 0f ? 1 : 0;
        }

        Assert.InRange(count, told == 250 ? 195 : told, told == 250 ? 305 : told); // four deviations of 13.7
    }

    [Fact]
    public void Observe_FirstToSeeLosesSight_SeesAgainLater()
    {
        var field = new Field(Field.Marines with { SharedSight = 0f });
        field.Put(0, 16f, 16f);
        field.Put(3, 18f, 16f);
        field.Step();
        field.Put(0, 4f, 16f);
        field.Put(1, 16f, 17f);
        field.Step();
        var unseen = field.Block(1, 2)[0];
        field.Put(0, 16f, 15f);

        Assert.Equal((0f, 1f), (unseen, field.Block(0, 2)[0]));
    }

    [Fact]
    public void Reset_NewEpisode_ForgetsWhoWasSeen()
    {
        var field = new Field(Field.Marines with { SharedSight = 0f });
        field.Put(0, 16f, 16f);
        field.Put(3, 18f, 16f);
        field.Step();

        field.World.Reset(new RandomStream(2, 0, 0));
        field.Put(0, 1f, 1f);
        field.Put(1, 16f, 17f);
        field.Put(3, 18f, 16f);
        field.Step();

        Assert.Equal(1f, field.Block(1, 2)[0]);
    }
}
