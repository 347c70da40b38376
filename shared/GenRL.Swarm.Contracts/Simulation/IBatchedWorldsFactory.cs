using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Contracts.Simulation;

/// <summary>Makes batched worlds.</summary>
public interface IBatchedWorldsFactory
{
    /// <summary>
    /// <paramref name="worlds"/> worlds of <paramref name="robots"/> robots on <paramref name="floor"/>. <paramref name="scenarios"/> names
    /// the scenarios ("crossing", "random-goals", "doorway"); world w gets scenarios[w mod count]. <paramref name="randomisation"/> scales the documented
    /// domain randomisation: 0 none, 1 the whole range.
    /// </summary>
    /// <exception cref="ArgumentException">A scenario is unknown, or a count is not positive.</exception>
    IBatchedWorlds Create(int worlds, int robots, ActuatorModel floor, IReadOnlyList<string> scenarios, float randomisation);
}
