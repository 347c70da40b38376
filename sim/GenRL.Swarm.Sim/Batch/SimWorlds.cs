using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Simulation;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Scenarios;

namespace GenRL.Swarm.Sim.Batch;

/// <summary>Makes batched worlds of holonomic robots. The randomisation is that of <see cref="DomainRandomisation.Default"/>.</summary>
public sealed class SimWorlds : IBatchedWorldsFactory
{
    /// <inheritdoc/>
    public IBatchedWorlds Create(int worlds, int robots, ActuatorModel floor, IReadOnlyList<string> scenarios, float randomisation)
    {
        ArgumentNullException.ThrowIfNull(floor);
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(worlds);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(robots);
        ArgumentOutOfRangeException.ThrowIfZero(scenarios.Count, nameof(scenarios));
        if (randomisation is not (>= 0f and <= 1f))
        {
            throw new ArgumentOutOfRangeException(nameof(randomisation), randomisation, "must lie between 0 and 1");
        }

        var longest = CommandDelay.Capacity - 1 - DomainRandomisation.Default.ExtraDelaySteps;
        var ground = new Floor(floor).Checked(longest);
        return new BatchedWorlds(worlds, robots, ground, [.. scenarios.Select(ScenarioList.Find)], randomisation);
    }
}
