using System.Collections.Immutable;

namespace GenRL.Swarm.Sim.Scenarios.Skirmish;

/// <summary>Who meets whom, as SMAX's maps have it.</summary>
/// <param name="Name">SMAX's name.</param>
/// <param name="Allies">One entry per ally.</param>
/// <param name="Enemies">One entry per enemy.</param>
/// <param name="Random">Whether types and start positions are drawn anew each episode, as in SMACv2; then only the numbers of entries count.</param>
internal sealed record SkirmishMap(string Name, ImmutableArray<UnitType> Allies, ImmutableArray<UnitType> Enemies, bool Random)
{
    /// <summary>The eleven fixed maps, then the three random ones.</summary>
    public static IReadOnlyList<SkirmishMap> All { get; } =
    [
        Fixed("3m", Team((3, UnitType.Marine))),
        Fixed("2s3z", Team((2, UnitType.Stalker), (3, UnitType.Zealot))),
        Fixed("25m", Team((25, UnitType.Marine))),
        Fixed("3s5z", Team((3, UnitType.Stalker), (5, UnitType.Zealot))),
        Fixed("8m", Team((8, UnitType.Marine))),
        Fixed("5m_vs_6m", Team((5, UnitType.Marine)), Team((6, UnitType.Marine))),
        Fixed("10m_vs_11m", Team((10, UnitType.Marine)), Team((11, UnitType.Marine))),
        Fixed("27m_vs_30m", Team((27, UnitType.Marine)), Team((30, UnitType.Marine))),
        Fixed("3s5z_vs_3s6z", Team((3, UnitType.Stalker), (5, UnitType.Zealot)), Team((3, UnitType.Stalker), (6, UnitType.Zealot))),
        Fixed("3s_vs_5z", Team((3, UnitType.Stalker)), Team((5, UnitType.Zealot))),
        Fixed("6h_vs_8z", Team((6, UnitType.Hydralisk)), Team((8, UnitType.Zealot))),
        Drawn(5),
        Drawn(10),
        Drawn(20),
    ];

    /// <summary>The map of that name.</summary>
    public static SkirmishMap Find(string name) => All.First(map => map.Name == name);

    /// <summary>Options that play this map by SMAX's rules.</summary>
    public SkirmishOptions Options() => new()
    {
        Allies = Allies,
        Enemies = Enemies,
        RandomTypes = Random,
        Starts = Random ? StartPositions.SurroundOrReflect : StartPositions.Facing,
    };

    /// <summary>The random map of <paramref name="size"/> against as many.</summary>
    public static SkirmishMap Drawn(int size)
    {
        var team = Team((size, UnitType.Marine));
        return new SkirmishMap($"smacv2_{size}_units", team, team, Random: true);
    }

    private static SkirmishMap Fixed(string name, ImmutableArray<UnitType> team) => Fixed(name, team, team);

    private static SkirmishMap Fixed(string name, ImmutableArray<UnitType> allies, ImmutableArray<UnitType> enemies) =>
        new(name, allies, enemies, Random: false);

    private static ImmutableArray<UnitType> Team(params ReadOnlySpan<(int Count, UnitType Type)> parts)
    {
        var team = ImmutableArray.CreateBuilder<UnitType>();
        foreach (var (count, type) in parts)
        {
            team.AddRange(Enumerable.Repeat(type, count));
        }

        return team.ToImmutable();
    }
}
