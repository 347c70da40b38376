namespace GenRL.Swarm.Sim.Scenarios;

/// <summary>Every scenario there is. A new one is a file of its own and a line here.</summary>
public static class ScenarioList
{
    private static readonly IScenario[] Known = [new Crossing(), new RandomGoals(), new Doorway()];

    /// <summary>All scenarios.</summary>
    public static IReadOnlyList<IScenario> All => Known;

    /// <summary>The scenario called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    public static IScenario Find(string name) => Array.Find(Known, scenario => scenario.Name == name)
        ?? throw new ArgumentException($"unknown scenario '{name}'; known: {string.Join(", ", Known.Select(scenario => scenario.Name))}", nameof(name));
}
