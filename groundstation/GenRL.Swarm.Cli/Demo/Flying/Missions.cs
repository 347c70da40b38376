using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Orders;

namespace GenRL.Swarm.Cli.Demo.Flying;

/// <summary>The orders of the three phases. A and C are the same but for the name: same seed, so the same goals.</summary>
internal sealed class Missions(DemoOptions options)
{
    /// <summary>B goes on until C is ordered.</summary>
    private const int Endless = 10_000;

    /// <summary>Other goals in B than in A and C: what is judged in C was not practised.</summary>
    private const ulong SeedOfB = 0x5EED_B000;

    private static readonly string[] Scenarios = ["crossing", "random-goals"];

    /// <summary>Phase A, on the steel hall's floor, which stays.</summary>
    public RunOrder A => Judged("A") with { Floor = FloorOrder.Of(Floor.SteelHall) };

    /// <summary>Phase B.</summary>
    public RunOrder B => new()
    {
        Run = "B", Seed = options.Seed ^ SeedOfB, Missions = Endless, MissionSeconds = options.MissionSeconds, Scenarios = Alternating(100), StagingSeconds = 0,
    };

    /// <summary>Phase C.</summary>
    public RunOrder C => Judged("C");

    private RunOrder Judged(string run) => new()
    {
        Run = run, Seed = options.Seed, Missions = options.Missions, MissionSeconds = options.MissionSeconds, Scenarios = Alternating(options.Missions),
    };

    private static string[] Alternating(int count) => [.. Enumerable.Range(0, count).Select(i => Scenarios[i % Scenarios.Length])];
}
