using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>The robotic warehouse's well-known configurations, by the names that rware registers them under.</summary>
internal static class RwareFamily
{
    /// <summary>Most robots that may be asked for; a small floor takes fewer.</summary>
    private const int MostRobots = 256;

    /// <summary>Rows of a block of shelves.</summary>
    private const int Height = 8;

    /// <summary>The family's entries.</summary>
    public static IReadOnlyList<ScenarioEntry> Entries { get; } =
    [
        Entry("tiny", 1, 3, 2), Entry("tiny", 1, 3, 2, "-easy", 2d), Entry("tiny", 1, 3, 2, "-hard", 0.5),
        Entry("tiny", 1, 3, 4), Entry("tiny", 1, 3, 4, "-easy", 2d), Entry("tiny", 1, 3, 4, "-hard", 0.5),
        Entry("small", 2, 3, 4), Entry("small", 2, 3, 4, "-hard", 0.5), Entry("medium", 2, 5, 4), Entry("medium", 2, 5, 8), Entry("large", 3, 5, 8),
        Entry("large", 3, 5, 16),
    ];

    /// <summary>The entry of a floor and a number of robots.</summary>
    /// <param name="size">The floor's name.</param>
    /// <param name="shelfRows">Blocks of shelves from top to bottom.</param>
    /// <param name="shelfColumns">Blocks of shelves from left to right.</param>
    /// <param name="robots">As many as the name says.</param>
    /// <param name="difficulty">As the name ends.</param>
    /// <param name="requestsPerRobot">Shelves that are wanted at a time, per robot.</param>
    private static ScenarioEntry Entry(string size, int shelfRows, int shelfColumns, int robots, string difficulty = "", double requestsPerRobot = 1d) =>
        new($"rware/{size}-{robots}ag{difficulty}", $"{robots} robots bring wanted shelves to the goals of a {size} warehouse and put them back", request =>
        {
            var count = request.AgentsWithin(1, MostRobots, robots);
            var options = new RwareOptions
            {
                Layout = RwareLayout.Blocks(shelfRows, shelfColumns, Height),
                Robots = count,
                Requests = Math.Max(1, (int)(count * requestsPerRobot)),
            }.Checked();
            var map = new RwareMap(options.Layout, options.SensorRange);
            var view = new RwareView(options, map);
            return new WorldsEnvironment(request.Worlds, () => new RwareWorld(options, map, view), request.Threads);
        });
}
