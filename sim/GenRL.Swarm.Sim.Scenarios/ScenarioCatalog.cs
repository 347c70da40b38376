using GenRL.Swarm.Sim.Scenarios.Crowd;
using GenRL.Swarm.Sim.Scenarios.JaxRobotarium;
using GenRL.Swarm.Sim.Scenarios.Lbf;
using GenRL.Swarm.Sim.Scenarios.Marbler;
using GenRL.Swarm.Sim.Scenarios.Mpe;
using GenRL.Swarm.Sim.Scenarios.Pogema;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Rware;
using GenRL.Swarm.Sim.Scenarios.Skirmish;
using GenRL.Swarm.Sim.Scenarios.Swarm;
using GenRL.Swarm.Sim.Scenarios.Vmas;

namespace GenRL.Swarm.Sim.Scenarios;

/// <summary>All scenarios, by name.</summary>
public static class ScenarioCatalog
{
    /// <summary>In the order in which they are listed: family by family.</summary>
    public static IReadOnlyList<ScenarioEntry> Entries { get; } =
    [
        .. SwarmFamily.Entries,
        .. CrowdFamily.Entries,
        .. MpeFamily.Entries,
        .. VmasFamily.Entries,
        .. RobotariumFamily.Entries,
        .. MarblerFamily.Entries,
        .. JaxRobotariumFamily.Entries,
        .. LbfFamily.Entries,
        .. RwareFamily.Entries,
        .. PogemaFamily.Entries,
        .. SkirmishFamily.Entries,
    ];

    /// <summary>The scenario of that name.</summary>
    /// <exception cref="ScenarioException">There is none; the message names some that are near.</exception>
    public static ScenarioEntry Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Entries.FirstOrDefault(entry => entry.Name == name)
            ?? throw new ScenarioException($"scenario: there is no \"{name}\"; {Hint(name)}");
    }

    private static string Hint(string name)
    {
        var word = name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];
        var near = Entries.Where(entry => word.Length > 0 && entry.Name.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(entry => entry.Name).ToList();
        return near.Count > 0 ? $"near it: {string.Join(", ", near)}" : "`./swarm sim list` names all";
    }
}
