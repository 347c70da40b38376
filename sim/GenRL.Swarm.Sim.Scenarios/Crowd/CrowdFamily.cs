using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Lanes;

namespace GenRL.Swarm.Sim.Scenarios.Crowd;

/// <summary>Worlds of very many robots.</summary>
internal static class CrowdFamily
{
    private const int Most = 65_536;

    /// <summary>By name.</summary>
    public static IReadOnlyList<ScenarioEntry> Entries { get; } =
    [
        new("crowd/goals", "very many robots with lidar, each with goals of its own", request => Create(request, new CrowdOptions(request.AgentsWithin(1, Most, 1000)))),
    ];

    private static WorldsEnvironment Create(ScenarioRequest request, CrowdOptions options) => BodyEnvironments.BestWidth switch
    {
        512 => Of<Lanes512<float>>(request, options),
        256 => Of<Lanes256<float>>(request, options),
        _ => Of<Lanes128<float>>(request, options),
    };

    private static WorldsEnvironment Of<V>(ScenarioRequest request, CrowdOptions options)
        where V : unmanaged, ILanes<V> => new(request.Worlds, () => new CrowdWorld<V>(options), request.Threads);
}
