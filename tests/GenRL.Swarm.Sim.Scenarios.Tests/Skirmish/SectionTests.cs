using GenRL.Swarm.Sim.Scenarios.Skirmish;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Skirmish;

public sealed class SectionTests
{
    private static readonly SkirmishOptions Options = Field.Marines with { Layout = ObservationLayout.Sections };

    // Section k of 32 begins at -pi + k pi / 16; (0.55, 0.5) lies at 42.3 degrees: (42.3 + 180) / 11.25 = 19.8.
    [Theory]
    [InlineData(0.55f, 0.5f, 19)]
    [InlineData(-0.55f, 0.5f, 28)]
    [InlineData(-0.55f, -0.5f, 3)]
    [InlineData(0.55f, -0.5f, 12)]
    [InlineData(0.1f, 1f, 23)]
    public void Observe_UnitInASection_IsInItsPlace(float x, float y, int section)
    {
        var field = new Field(Options);
        field.Put(0, 16f, 16f);
        field.Put(4, 16f + x, 16f + y);

        var seen = field.Seen(0);

        var place = section * 2 * UnitFeatures.Size;
        Field.Near([1f, x / 9f, y / 9f, 0f, 0f, 0f, 0f, 1f, 0f, 0f, 0f, 0f, 0f], seen.AsSpan(place, UnitFeatures.Size));
        Assert.Equal(2, seen.AsSpan(0, 832).ToArray().Count(number => number == 1f)); // health and type, of one unit
    }

    [Fact]
    public void Observe_ThreeInASection_ShowsTheFirstTwo()
    {
        var field = new Field(Options);
        field.Put(1, 16f, 16f);
        field.Put(2, 17f, 16.5f);
        field.Put(3, 18f, 17f);
        field.Put(4, 19f, 17.5f);

        var seen = field.Seen(1)[(18 * 26)..(19 * 26)]; // 26.6 degrees

        Field.Near([1f / 9f, 2f / 9f], [seen[1], seen[14]]);
        Assert.Equal(4, field.Seen(1)[..832].Count(number => number == 1f));
    }

    // What SMAX's code does, though surely not what it means.
    [Fact]
    public void Observe_UnitZero_IsSeenByNobody()
    {
        var field = new Field(Options);
        field.Put(0, 16f, 16f);
        field.Put(3, 15.45f, 15.5f);

        Assert.DoesNotContain(1f, field.Seen(3)[..832]);
        Assert.Contains(1f, field.Seen(0)[..832]);
    }

    [Fact]
    public void Observe_OnABorder_IsInNoSection()
    {
        var field = new Field(Options);
        field.Put(1, 16f, 16f);
        field.Put(3, 18f, 16f);
        field.Put(4, 14f, 16f);

        Assert.All(field.Seen(1)[..832], number => Assert.Equal(0f, number));
    }

    [Fact]
    public void Observe_DeadUnit_IsSeenByTheLiving()
    {
        var field = new Field(Options);
        field.Put(1, 16f, 16f);
        field.Put(3, 17f, 16.5f);
        field.Kill(3);

        Field.Near([0f, 1f / 9f, 0.5f / 9f, 0f, 0f, 0f, 0f, 1f], field.Seen(1).AsSpan(18 * 26, 8));
        Assert.All(field.Seen(3), number => Assert.Equal(0f, number));
    }

    [Fact]
    public void Observe_Last_IsOneself()
    {
        var field = new Field(Options);
        field.Put(1, 8f, 16f);

        Field.Near([1f, 0.25f, 0.5f, 0f, 1f, 0f, 0f, 0f, 0f, 0f], field.Seen(1).AsSpan(832));
    }
}
