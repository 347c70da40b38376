using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Sim.Scenarios;

/// <summary>A scenario that can be run by its name.</summary>
/// <param name="Name">family/scenario, lower case, words joined by hyphens: "mpe/spread".</param>
/// <param name="Summary">One line for people.</param>
/// <param name="Create">Makes its worlds.</param>
public sealed record ScenarioEntry(string Name, string Summary, Func<ScenarioRequest, IEnvironment> Create);
