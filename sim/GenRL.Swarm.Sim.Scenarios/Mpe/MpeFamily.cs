using GenRL.Swarm.Sim.Engine.Bodies;

namespace GenRL.Swarm.Sim.Scenarios.Mpe;

/// <summary>The multi-agent particle environments, each with discrete and with continuous actions.</summary>
internal static class MpeFamily
{
    private const int MostAgents = 32;

    /// <summary>In the order in which they are listed.</summary>
    public static IReadOnlyList<ScenarioEntry> Entries { get; } =
    [
        .. Both("simple", "one agent goes to a landmark", request => Fixed(request, 1, new SimpleOptions())),
        .. Both("spread", "agents cover as many landmarks and keep apart", request => new SpreadOptions { Agents = request.AgentsWithin(1, MostAgents, 3) }),
        .. Both("tag", "slow adversaries hunt fast agents among obstacles", TagOf),
    ];

    private static IEnumerable<ScenarioEntry> Both(string name, string summary, Func<ScenarioRequest, MpeOptions> options) =>
    [
        Entry($"mpe/{name}", summary, options),
        Entry($"mpe/{name}-continuous", $"{summary}; continuous actions", request => options(request) with { Continuous = true }),
    ];

    private static ScenarioEntry Entry(string name, string summary, Func<ScenarioRequest, MpeOptions> options) =>
        new(name, summary, request => BodyEnvironments.Create(options(request), request.Worlds, request.Threads, request.Precise));

    private static MpeOptions Fixed(ScenarioRequest request, int agents, MpeOptions options)
    {
        request.AgentsWithin(agents, agents, agents);
        return options;
    }

    private static TagOptions TagOf(ScenarioRequest request)
    {
        var agents = request.AgentsWithin(2, MostAgents, 4);
        var good = Math.Max(1, agents / 4);
        return new TagOptions { Good = good, Adversaries = agents - good };
    }
}
