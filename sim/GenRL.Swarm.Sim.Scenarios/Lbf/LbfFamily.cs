using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Scenarios.Lbf;

/// <summary>Level-based foraging's well-known configurations, by the names that lb-foraging registers them under.</summary>
internal static class LbfFamily
{
    /// <summary>Most players that may be asked for.</summary>
    private const int MostPlayers = 64;

    /// <summary>The family's entries.</summary>
    public static IReadOnlyList<ScenarioEntry> Entries { get; } =
    [
        Entry(8, 2, 2), Entry(8, 2, 2, cooperative: true), Entry(8, 2, 3), Entry(10, 3, 3), Entry(10, 3, 5), Entry(15, 3, 5), Entry(15, 4, 3), Entry(15, 4, 5),
        Entry(8, 2, 2, cooperative: true, near: true), Entry(8, 2, 3, near: true), Entry(10, 3, 3, near: true),
        Entry(8, 3, 2, layers: true),
    ];

    private static ScenarioEntry Entry(int size, int players, int foods, bool cooperative = false, bool near = false, bool layers = false)
    {
        var name = $"lbf/{(layers ? "grid-" : "")}{(near ? "2s-" : "")}{size}x{size}-{players}p-{foods}f{(cooperative ? "-coop" : "")}";
        var summary = $"{players} players gather {foods} foods on {size} x {size} cells{(cooperative ? ", all together" : "")}"
            + $"{(near ? ", seeing two cells far" : "")}{(layers ? ", seeing layers of cells" : "")}";
        return new ScenarioEntry(name, summary, request =>
        {
            var options = LbfOptions.Square(size, request.AgentsWithin(1, MostPlayers, players), foods, cooperative, near ? 2 : size)
                with
            { GridObservation = layers };
            return new WorldsEnvironment(request.Worlds, () => new LbfWorld(options), request.Threads);
        });
    }
}
