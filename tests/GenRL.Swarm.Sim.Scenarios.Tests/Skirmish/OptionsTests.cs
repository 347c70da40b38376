using GenRL.Swarm.Sim.Scenarios.Skirmish;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Skirmish;

public sealed class OptionsTests
{
    public static TheoryData<string, SkirmishOptions> Broken => new()
    {
        { "Allies", Field.Marines with { Allies = [] } },
        { "Enemies", Field.Marines with { Enemies = [.. Enumerable.Repeat(UnitType.Marine, 65)] } },
        { "Allies", Field.Marines with { Allies = [(UnitType)6] } },
        { "TypeWeights", Field.Marines with { TypeWeights = [0f, 0f, 0f, 0f, 0f, 0f] } },
        { "TypeWeights", Field.Marines with { TypeWeights = [1f, float.NaN, 1f, 1f, 1f, 1f] } },
        { "Units", Field.Marines with { Units = [UnitRules.Smax[0]] } },
        { "Units", Field.Marines with { Units = [UnitRules.Smax[0] with { Radius = -1f }, .. UnitRules.Smax.Skip(1)] } },
        { "Width", Field.Marines with { Width = float.NaN } },
        { "Height", Field.Marines with { Height = 0f } },
        { "TicksPerStep", Field.Marines with { TicksPerStep = 0 } },
        { "TickSeconds", Field.Marines with { TickSeconds = float.PositiveInfinity } },
        { "MaxSteps", Field.Marines with { MaxSteps = -1 } },
        { "WinBonus", Field.Marines with { WinBonus = float.NaN } },
        { "Sections", Field.Marines with { Sections = 0 } },
        { "UnitsPerSection", Field.Marines with { UnitsPerSection = 0 } },
        { "Looks", Field.Marines with { Looks = 1 } },
        { "SharedSight", Field.Marines with { SharedSight = 1.5f } },
        { "HiddenTraits", Field.Marines with { HiddenTraits = float.NaN } },
        { "View", Field.Marines with { View = FieldOfView.Cone, Coding = ActionCoding.Continuous } },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Create_Impossible_NamesTheField(string field, SkirmishOptions options)
    {
        var exception = Assert.Throws<ScenarioException>(() => new SkirmishWorld(options));

        Assert.Contains($" {field} ", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3m", "", 3, 3)]
    [InlineData("2s3z", "ssZZZ ssZZZ", 5, 5)]
    [InlineData("25m", "", 25, 25)]
    [InlineData("3s5z", "sssZZZZZ sssZZZZZ", 8, 8)]
    [InlineData("8m", "", 8, 8)]
    [InlineData("5m_vs_6m", "", 5, 6)]
    [InlineData("10m_vs_11m", "", 10, 11)]
    [InlineData("27m_vs_30m", "", 27, 30)]
    [InlineData("3s5z_vs_3s6z", "sssZZZZZ sssZZZZZZ", 8, 9)]
    [InlineData("3s_vs_5z", "sss ZZZZZ", 3, 5)]
    [InlineData("6h_vs_8z", "hhhhhh ZZZZZZZZ", 6, 8)]
    public void Options_EachMap_HasSmaxsTeams(string name, string letters, int allies, int enemies)
    {
        var options = SkirmishMap.Find(name).Options();

        var actual = $"{Letters(options.Allies)} {Letters(options.Enemies)}";
        Assert.Equal(letters.Contains('Z', StringComparison.Ordinal) ? letters : $"{new string('m', allies)} {new string('m', enemies)}", actual);
        Assert.Equal((allies, enemies, false, StartPositions.Facing), (options.Allies.Length, options.Enemies.Length, options.RandomTypes, options.Starts));
    }

    [Fact]
    public void Create_OtherNumberOfAgents_OnlyWhereTeamsAreDrawn()
    {
        using var drawn = ScenarioCatalog.Find("skirmish/smacv2-5-units").Create(new ScenarioRequest(Agents: 7));
        using var both = ScenarioCatalog.Find("skirmish/smacv2-5-units-selfplay").Create(new ScenarioRequest(Agents: 14));

        Assert.Equal((7, 14), (drawn.Shape.Agents, both.Shape.Agents));
        Assert.Equal(drawn.Shape.ObservationSize(0), both.Shape.ObservationSize(13));
        Assert.Throws<ScenarioException>(() => ScenarioCatalog.Find("skirmish/3m").Create(new ScenarioRequest(Agents: 4)));
        Assert.Throws<ScenarioException>(() => ScenarioCatalog.Find("skirmish/smacv2-5-units").Create(new ScenarioRequest(Agents: 65)));
        Assert.Throws<ScenarioException>(() => ScenarioCatalog.Find("skirmish/smacv2-5-units-selfplay").Create(new ScenarioRequest(Agents: 7)));
    }

    private static string Letters(IEnumerable<UnitType> team) => string.Concat(team.Select(type => UnitRules.Smax[(int)type].Letter));
}
