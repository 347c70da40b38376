using GenRL.Swarm.Sim.Engine.Bodies;

namespace GenRL.Swarm.Sim.Scenarios.Swarm;

/// <summary>The product's own scenarios.</summary>
internal static class SwarmFamily
{
    private const int Most = 64;

    /// <summary>By name.</summary>
    public static IReadOnlyList<ScenarioEntry> Entries { get; } =
    [
        Entry("crossing", "robots on a circle change sides, with all sensors, on another floor every time", 1, 4, robots => new CrossingOptions(robots)),
        Entry("crossing-differential", "the same on two wheels", 1, 4, robots => new CrossingOptions(robots, SwarmDrive.Differential)),
        Entry("doorway", "two rooms, one narrow door, private urgency", 2, 4, robots => new DoorwayOptions(robots)),
        Entry("rendezvous", "robots agree on a site whose worth is private to each", 2, 4, robots => new RendezvousOptions(robots)),
        Entry("box-pushing", "a box that moves only when two or more push", 2, 3, robots => new BoxPushingOptions(robots)),
        Entry("formation", "robots keep the corners of a polygon that turns and travels", 1, 5, robots => new FormationOptions(robots)),
        Entry("coverage", "robots cover points while some fail and others join", 3, 6, robots => new CoverageOptions(robots)),
        Entry("flocking", "robots move as a flock among pillars", 2, 6, robots => new FlockingOptions(robots)),
        Entry("pursuit", "robots corner a prey that is faster than they are", 1, 3, robots => new PursuitOptions(robots)),
        Entry("warehouse", "robots fetch and deliver between shelves without end", 1, 6, robots => new WarehouseOptions(robots)),
        Entry("intersection", "robots cross two roads between blocks, past a cart that gives way to nobody", 1, 4, robots => new IntersectionOptions(robots)),
    ];

    private static ScenarioEntry Entry(string name, string summary, int least, int usual, Func<int, IBodyScenarioFactory> options) => new(
        $"swarm/{name}",
        summary,
        request => BodyEnvironments.Create(options(request.AgentsWithin(least, Most, usual)), request.Worlds, request.Threads, request.Precise));
}
