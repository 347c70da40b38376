using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Scenarios.Robotarium;

/// <summary>The Robotarium's scenarios: both simulators, with and without certificates.</summary>
public static class RobotariumFamily
{
    private const int UsualRobots = 5;

    /// <summary>For the catalog.</summary>
    public static IReadOnlyList<ScenarioEntry> Entries { get; } =
    [
        Entry("v2", "", RobotariumGeneration.V2, RobotariumCertificate.None),
        Entry("v2-uni", ", robots kept apart by the unicycle certificate", RobotariumGeneration.V2, RobotariumCertificate.Uni),
        Entry(
            "v2-uni-boundary", ", robots kept apart and inside by the unicycle certificate", RobotariumGeneration.V2, RobotariumCertificate.UniBoundary),
        Entry("legacy", "", RobotariumGeneration.Legacy, RobotariumCertificate.None),
        Entry("legacy-uni", ", robots kept apart by the unicycle certificate", RobotariumGeneration.Legacy, RobotariumCertificate.Uni),
        Entry(
            "legacy-uni-boundary",
            ", robots kept apart and inside by the unicycle certificate",
            RobotariumGeneration.Legacy,
            RobotariumCertificate.UniBoundary),
        Entry(
            "legacy-robust", ", robots kept apart and inside by the robust certificate", RobotariumGeneration.Legacy, RobotariumCertificate.Robust),
    ];

    private static ScenarioEntry Entry(string name, string how, RobotariumGeneration generation, RobotariumCertificate certificate)
    {
        var simulator = generation == RobotariumGeneration.V2 ? "version 2.0, with its sensors" : "the simulator of 2023";
        return new ScenarioEntry($"robotarium/{name}", $"Robotarium, {simulator}: drive to goals{how}", request =>
        {
            var robots = request.AgentsWithin(1, RobotariumChoices.MostRobots, UsualRobots);
            var options = new RobotariumOptions { Generation = generation, Certificate = certificate, Robots = robots };
            return new WorldsEnvironment(request.Worlds, () => new RobotariumWorld(options), request.Threads);
        });
    }
}
