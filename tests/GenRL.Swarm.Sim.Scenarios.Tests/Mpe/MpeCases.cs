using GenRL.Swarm.Sim.Scenarios.Mpe;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Mpe;

/// <summary>All scenarios of the family, with options that reach their special cases too.</summary>
internal static class MpeCases
{
    private static readonly Dictionary<string, MpeOptions> Discrete = new()
    {
        ["simple"] = new SimpleOptions(),
        ["spread"] = new SpreadOptions(),
        ["spread of five, two neighbours"] = new SpreadOptions { Agents = 5, AgentNeighbours = 2, LandmarkNeighbours = 2, TerminateOnSuccess = true },
        ["tag"] = new TagOptions(),
        ["tag with neighbours"] = new TagOptions { Good = 2, AgentNeighbours = 3, LandmarkNeighbours = 3, TerminateOnSuccess = true },
        ["adversary"] = new AdversaryOptions(),
        ["push"] = new PushOptions(),
        ["reference"] = new ReferenceOptions(),
        ["speaker-listener"] = new SpeakerListenerOptions(),
        ["world-comm"] = new WorldCommOptions(),
        ["crypto"] = new CryptoOptions(),
        ["formation"] = new FormationOptions(),
        ["formation of nine"] = new FormationOptions { Agents = 9 },
        ["line"] = new LineOptions { TerminateOnSuccess = true },
    };

    public static IEnumerable<string> Names => Discrete.Keys.SelectMany(name => new[] { name, $"{name}, continuous" });

    public static MpeOptions Of(string name) =>
        Discrete.TryGetValue(name, out var options) ? options : Discrete[name.Replace(", continuous", "")] with { Continuous = true };
}
