namespace GenRL.Swarm.Sim.Scenarios;

/// <summary>A scenario that cannot be made as asked for. The message names the field and what it may be.</summary>
public sealed class ScenarioException(string message) : Exception(message);
