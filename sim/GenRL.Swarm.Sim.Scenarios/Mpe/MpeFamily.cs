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
        .. Both("adversary", "agents keep a goal from an adversary that watches them", request => new AdversaryOptions { Good = request.AgentsWithin(2, MostAgents, 3) - 1 }),
        .. Both("push", "an adversary pushes an agent away from its goal", request => Fixed(request, 2, new PushOptions())),
        .. Both("reference", "two agents tell each other where to go", request => Fixed(request, 2, new ReferenceOptions())),
        .. Both("speaker-listener", "a speaker tells a listener where to go", request => Fixed(request, 2, new SpeakerListenerOptions())),
        .. Both("world-comm", "agents eat and hide in forests; a leader tells their hunters", WorldCommOf),
        .. Both("crypto", "a message under a key, and one who listens", request => Fixed(request, 3, new CryptoOptions())),
        .. Both("formation", "agents form a polygon about a landmark", request => new FormationOptions { Agents = request.AgentsWithin(1, MostAgents, 4) }),
        .. Both("line", "agents form a line between two landmarks", request => new LineOptions { Agents = request.AgentsWithin(1, MostAgents, 4) }),
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

    private static WorldCommOptions WorldCommOf(ScenarioRequest request)
    {
        var agents = request.AgentsWithin(2, MostAgents, 6);
        var good = Math.Max(1, agents / 3);
        return new WorldCommOptions { Good = good, Adversaries = agents - good };
    }
}
