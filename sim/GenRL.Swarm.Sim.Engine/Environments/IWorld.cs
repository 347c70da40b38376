using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Engine.Environments;

/// <summary>
/// One world of a family whose rules branch too much to run many worlds wide: grids, units, quadratic programs. <see cref="WorldsEnvironment"/>
/// makes an <see cref="IEnvironment"/> of many. After construction it allocates nothing.
/// </summary>
public interface IWorld
{
    /// <summary>What each agent may do; the same in all worlds of an environment.</summary>
    IReadOnlyList<ActionSpace> Actions { get; }

    /// <summary>Numbers that each agent sees; the same in all worlds of an environment.</summary>
    IReadOnlyList<int> ObservationSizes { get; }

    /// <summary>Starts an episode.</summary>
    /// <param name="random">The world's own stream; the world keeps it and draws from it until the next reset.</param>
    void Reset(RandomStream random);

    /// <summary>One step.</summary>
    /// <param name="actions">Read; agent by agent.</param>
    /// <param name="rewards">Written; one per agent.</param>
    EpisodeEnd Step(ReadOnlySpan<float> actions, Span<float> rewards);

    /// <summary>What the agents see now.</summary>
    /// <param name="observations">Written; agent by agent.</param>
    void Observe(Span<float> observations);

    /// <summary>Moves every field that the future depends on, but for the stream.</summary>
    void Move(ref Snapshot snapshot);

    /// <summary>Draws the world as it stands, seen from above.</summary>
    void Draw(Scene scene);
}
