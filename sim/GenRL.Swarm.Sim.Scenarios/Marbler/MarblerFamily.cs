using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Scenarios.Marbler;

/// <summary>The five scenarios with their authors' configuration files: certificate on, violations end an episode.</summary>
internal static class MarblerFamily
{
    /// <summary>All, by name.</summary>
    public static IReadOnlyList<ScenarioEntry> Entries { get; } =
    [
        Entry("arctic-transport", "Two drones guide an ice and a water robot over hidden terrain to a block of cells.", 4, 4, 4, ArcticTransport),
        Entry("material-transport", "Fast and strong robots with messages empty two zones.", 1, 5, 4, MaterialTransport),
        Entry("predator-capture-prey", "Predators find prey, capture robots take it.", 2, 11, 4, PredatorCapturePrey),
        Entry("simple", "All robots drive to one goal.", 1, 11, 4, Simple),
        Entry("warehouse", "Robots of two colours carry loads between their zones, each for itself.", 1, 11, 6, Warehouse),
    ];

    private static ScenarioEntry Entry(string name, string summary, int least, int most, int usual, Func<int, MarblerScenario> create) => new(
        $"marbler/{name}",
        summary,
        request =>
        {
            var robots = request.AgentsWithin(least, most, usual);
            return new WorldsEnvironment(request.Worlds, () => new MarblerWorld(create(robots)), request.Threads);
        });

    private static ArcticTransport ArcticTransport(int robots) => new(new() { Robots = robots, MaxSteps = 60, UpdateFrequency = 36 }, new());

    private static MaterialTransport MaterialTransport(int robots) =>
        new(new() { Robots = robots, MaxSteps = 70, UpdateFrequency = 74 }, new() { FastRobots = (robots + 1) / 2 });

    private static PredatorCapturePrey PredatorCapturePrey(int robots) =>
        new(new() { Robots = robots }, new() { Predators = robots / 2, Neighbours = robots - 1 });

    private static Simple Simple(int robots) => new(new() { Robots = robots, MaxSteps = 50, Left = -1.45, Right = 1.45 }, new());

    private static Warehouse Warehouse(int robots) =>
        new(new() { Robots = robots, MaxSteps = 100, StartDistance = 0.6 }, new() { Neighbours = robots - 1 });
}
