using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>The skirmishes that have a name: SMAX's maps, and variants of some.</summary>
internal static class SkirmishFamily
{
    private static readonly (string Suffix, string Summary, Func<SkirmishOptions, SkirmishOptions> Change, string[] Maps)[] Variants =
    [
        ("selfplay", "both teams driven, rewards sum to zero", options => options with { Control = Control.Both, ZeroSum = true },
            ["3m", "2s3z", "8m", "smacv2_5_units", "smacv2_10_units", "smacv2_20_units"]),
        ("conic", "a cone of view of 30 degrees that each unit turns", options => options with { View = FieldOfView.Cone },
            ["smacv2_5_units", "smacv2_10_units", "smacv2_20_units"]),
        ("epo", "an enemy is seen only by the unit that saw it first", options => options with { SharedSight = 0f },
            ["smacv2_5_units", "smacv2_10_units", "smacv2_20_units"]),
        ("sections", "seen in 32 sections with two units each", options => options with { Layout = ObservationLayout.Sections },
            ["2s3z", "smacv2_10_units"]),
        ("continuous", "continuous actions", options => options with { Coding = ActionCoding.Continuous }, ["2s3z", "smacv2_10_units"]),
    ];

    /// <summary>Map by map, then variant by variant.</summary>
    public static IReadOnlyList<ScenarioEntry> Entries { get; } = [.. SkirmishMap.All.Select(Entry), .. Variants.SelectMany(Variant)];

    private static ScenarioEntry Entry(SkirmishMap map) => new(Name(map), Summary(map), request => Create(map, request, options => options));

    private static IEnumerable<ScenarioEntry> Variant((string Suffix, string Summary, Func<SkirmishOptions, SkirmishOptions> Change, string[] Maps) variant) =>
        variant.Maps.Select(SkirmishMap.Find).Select(map => new ScenarioEntry(
            $"{Name(map)}-{variant.Suffix}", $"{Summary(map)}; {variant.Summary}", request => Create(map, request, variant.Change)));

    /// <summary>SMAX's name with the catalog's hyphens.</summary>
    private static string Name(SkirmishMap map) => $"skirmish/{map.Name.Replace('_', '-')}";

    private static string Summary(SkirmishMap map) => map.Random
        ? $"{map.Allies.Length} units of random types against their like, from random starts"
        : $"{map.Allies.Length} units against {map.Enemies.Length}";

    private static WorldsEnvironment Create(SkirmishMap map, ScenarioRequest request, Func<SkirmishOptions, SkirmishOptions> change)
    {
        var usual = change(map.Options());
        var teams = usual.Control == Control.Both ? 2 : 1;
        var options = map.Random && request.Agents % teams == 0
            ? change(SkirmishMap.Drawn(request.AgentsWithin(teams, teams * SkirmishOptions.MostUnits, teams * map.Allies.Length) / teams).Options())
            : usual;
        var agents = options.Allies.Length + (teams == 2 ? options.Enemies.Length : 0);
        request.AgentsWithin(agents, agents, agents);
        return new WorldsEnvironment(request.Worlds, () => new SkirmishWorld(options), request.Threads);
    }
}
