using System.Collections.Immutable;
using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Scenarios.JaxRobotarium;

/// <summary>The eight scenarios as their authors deploy them (their QMIX configurations): certificate on, commands computed at each simulator step.</summary>
internal static class JaxRobotariumFamily
{
    /// <summary>All, by name.</summary>
    public static IReadOnlyList<ScenarioEntry> Entries { get; } =
    [
        Entry("arctic-transport", "Two drones guide an ice and a water robot over hidden terrain.", 4, 4, 4, ArcticTransport),
        Entry("discovery", "Some robots find landmarks, others tag them.", 2, 9, 4, Discovery),
        Entry("foraging", "Robots of different levels gather what one alone cannot.", 1, 12, 3, Foraging),
        Entry("material-transport", "Fast and strong robots empty two zones.", 1, 9, 4, MaterialTransport),
        Entry("navigation", "Each robot drives to its goal, past the others.", 1, 7, 3, Navigation),
        Entry("predator-prey", "Slow robots surround an agile prey.", 1, 12, 3, PredatorPrey),
        Entry("rware", "Robots fetch requested shelves and return them.", 1, 6, 3, RwareScenario),
        Entry("warehouse", "Robots of two colours carry loads between their zones.", 1, 12, 4, Warehouse),
    ];

    private static ScenarioEntry Entry(string name, string summary, int least, int most, int usual, Func<int, JaxRobotariumScenario> create) => new(
        $"jaxrobotarium/{name}",
        summary,
        request =>
        {
            var robots = request.AgentsWithin(least, most, usual);
            return new WorldsEnvironment(request.Worlds, () => new JaxRobotariumWorld(create(robots)), request.Threads);
        });

    private static ArcticTransport ArcticTransport(int robots) =>
        new(new() { Robots = robots }, Team(robots, CapabilityView.Own, i => i < 2 ? [1, 0, 0] : i == 2 ? [0, 1, 0] : [0, 0, 1]), new());

    private static Discovery Discovery(int robots)
    {
        var sensing = robots / 2;
        return new(
            new() { Robots = robots },
            Team(robots, CapabilityView.All, i => i < sensing ? [0.45, 0] : [0, 0.25]),
            new() { Sensing = sensing, Tagging = robots - sensing });
    }

    private static Foraging Foraging(int robots) => new(new() { Robots = robots }, Team(robots, CapabilityView.All, i => [i + 1]), new());

    private static MaterialTransport MaterialTransport(int robots) => new(
        new() { Robots = robots, MaxSteps = 70, UpdateFrequency = 60 },
        Team(robots, CapabilityView.All, i => i < (robots + 1) / 2 ? [0.45, 5] : [0.15, 15]),
        new());

    private static Navigation Navigation(int robots) => new(new() { Robots = robots }, new());

    private static PredatorPrey PredatorPrey(int robots) => new(new() { Robots = robots }, new());

    private static RwareScenario RwareScenario(int robots) => new(new() { Robots = robots, UpdateFrequency = 60 }, new());

    private static Warehouse Warehouse(int robots) => new(
        new() { Robots = robots, MaxSteps = 70 },
        Team(robots, CapabilityView.Own, i => i < (robots + 1) / 2 ? [1, 0] : [0, 1]),
        new());

    private static Capabilities Team(int robots, CapabilityView view, Func<int, ImmutableArray<double>> row) =>
        new([.. Enumerable.Range(0, robots).Select(row)], view);
}
