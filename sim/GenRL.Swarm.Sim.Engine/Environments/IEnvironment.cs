using GenRL.Swarm.Sim.Engine.Pictures;

namespace GenRL.Swarm.Sim.Engine.Environments;

/// <summary>
/// Many worlds of one scenario, stepped together: the one interface through which every scenario is driven. All memory is the caller's; a step
/// allocates nothing. Same seed, same bytes: on any number of threads, in any number of worlds, at any vector width. Not thread-safe.
/// </summary>
public interface IEnvironment : IDisposable
{
    /// <summary>How many worlds, agents and numbers there are, and where each lies in the spans of <see cref="Reset"/> and <see cref="Step"/>.</summary>
    EnvironmentShape Shape { get; }

    /// <summary>Bytes that <see cref="Save"/> writes for one world.</summary>
    int SnapshotSize { get; }

    /// <summary>Starts an episode in every world. World w's draws, in this and in all later episodes, follow from (<paramref name="seed"/>, w).</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="observations">Written; <see cref="EnvironmentShape.ObservationLength"/> numbers.</param>
    void Reset(ulong seed, Span<float> observations);

    /// <summary>
    /// One step of every world. A world whose episode ends starts its next one at once: its rewards and its end are those of the step, its
    /// observations the first ones of the new episode.
    /// </summary>
    /// <param name="actions">Read; <see cref="EnvironmentShape.ActionLength"/> numbers; a choice among n is a whole number from 0 to n - 1. Less than the least counts as the least, so does NaN; more than the most as the most.</param>
    /// <param name="observations">Written; <see cref="EnvironmentShape.ObservationLength"/> numbers.</param>
    /// <param name="rewards">Written; <see cref="EnvironmentShape.RewardLength"/> numbers.</param>
    /// <param name="ends">Written; one per world, in the worlds' order.</param>
    void Step(ReadOnlySpan<float> actions, Span<float> observations, Span<float> rewards, Span<EpisodeEnd> ends);

    /// <summary>What world <paramref name="world"/>'s last finished episode came to, and how many it has finished since <see cref="Reset"/>.</summary>
    EpisodeStatistics Statistics(int world);

    /// <summary>Writes the whole state of a world, streams of random numbers included.</summary>
    /// <param name="world">Its number.</param>
    /// <param name="snapshot">Written; at least <see cref="SnapshotSize"/> bytes.</param>
    void Save(int world, Span<byte> snapshot);

    /// <summary>Puts a world into the state that <see cref="Save"/> wrote for a world of the same scenario and options: it goes on bit for bit alike.</summary>
    /// <param name="world">Its number; need not be the saved one's.</param>
    /// <param name="snapshot">Read.</param>
    void Restore(int world, ReadOnlySpan<byte> snapshot);

    /// <summary>Draws a world as it stands, seen from above.</summary>
    /// <param name="world">Its number.</param>
    /// <param name="scene">Shapes are added to it.</param>
    void Draw(int world, Scene scene);
}
