using GenRL.Swarm.Sim.Engine.Environments;

namespace GenRL.Swarm.Cli.Sim.Policies;

/// <summary>Chooses actions without looking: enough to see a scenario move and to measure it.</summary>
internal interface IPolicy
{
    /// <summary>Chooses what every agent of every world does next.</summary>
    /// <param name="shape">Where each number lies.</param>
    /// <param name="actions">Written.</param>
    void Act(EnvironmentShape shape, Span<float> actions);
}
