using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Engine.Bodies;

/// <summary>
/// A task among bodies that push each other: which bodies, how actions act, how an episode starts, what is rewarded and what is seen. Written once
/// over lanes, it runs in as many worlds at once as a vector is wide. Immutable after construction; called from several threads.
/// </summary>
/// <typeparam name="V">The lanes.</typeparam>
public abstract class BodyScenario<V>
    where V : unmanaged, ILanes<V>
{
    /// <summary>The bodies, in the order in which their numbers count.</summary>
    public abstract IReadOnlyList<BodySpec> Bodies { get; }

    /// <summary>The laws of motion.</summary>
    public abstract PhysicsSpec Physics { get; }

    /// <summary>What each agent may do.</summary>
    public abstract IReadOnlyList<ActionSpace> Actions { get; }

    /// <summary>Numbers that each agent sees.</summary>
    public abstract IReadOnlyList<int> ObservationSizes { get; }

    /// <summary>Numbers that the scenario keeps per world, beside the bodies.</summary>
    public virtual int Memory => 0;

    /// <summary>Steps after which an episode is cut off.</summary>
    public virtual int MaxSteps => 100;

    /// <summary>Starts an episode: sets every body down and every number of memory.</summary>
    public abstract void Begin(Tile<V> tile, Spawn<V> spawn);

    /// <summary>What the actions do.</summary>
    /// <param name="tile">As it is before the step; memory may be written.</param>
    /// <param name="actions">Numbers of the actions, agent by agent.</param>
    /// <param name="forces">All nil; added to.</param>
    public abstract void Act(Tile<V> tile, ReadOnlySpan<V> actions, Forces<V> forces);

    /// <summary>What the step earned.</summary>
    /// <param name="tile">As it is after the step; memory may be written.</param>
    /// <param name="rewards">Written; one per agent.</param>
    /// <returns>A mask of the worlds whose episode has ended, for good or bad.</returns>
    public abstract V Judge(Tile<V> tile, Span<V> rewards);

    /// <summary>What the agents see.</summary>
    /// <param name="tile">Read.</param>
    /// <param name="observations">Written; agent by agent.</param>
    public abstract void Observe(Tile<V> tile, Span<V> observations);

    /// <summary>What a body is in a picture.</summary>
    public abstract Role RoleOf(int body);

    /// <summary>How a body is drawn: as it is, unless it would fill the picture.</summary>
    public virtual BodyShape ShapeOf(int body) => Bodies[body].Shape;
}
