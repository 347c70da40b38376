using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Engine.Environments;

/// <summary>Many <see cref="IWorld"/>s as one environment: one lane, so [world, agent, number].</summary>
public sealed class WorldsEnvironment : BatchEnvironment
{
    private readonly IWorld[] _worlds;
    private readonly RandomStream[] _streams;
    private readonly EpisodeTally[] _tallies;

    /// <summary>An environment of <paramref name="worlds"/> worlds.</summary>
    /// <param name="worlds">Number of worlds.</param>
    /// <param name="create">Makes a world; all must be alike.</param>
    /// <param name="threads">Threads that step them, the caller's included.</param>
    public WorldsEnvironment(int worlds, Func<IWorld> create, int threads = 1)
        : this(Create(worlds, create), threads)
    {
    }

    private WorldsEnvironment(IWorld[] worlds, int threads)
        : base(new EnvironmentShape(worlds.Length, 1, worlds[0].Actions, worlds[0].ObservationSizes), threads)
    {
        _worlds = worlds;
        _streams = [.. worlds.Select((_, w) => new RandomStream(0, w, 0))];
        _tallies = new EpisodeTally[worlds.Length];
    }

    /// <summary>One of the worlds: for what its family counts beside rewards.</summary>
    public IWorld this[int world] => _worlds[world];

    /// <inheritdoc/>
    public override EpisodeStatistics Statistics(int world) => _tallies[world].Last;

    /// <inheritdoc/>
    public override void Draw(int world, Scene scene) => _worlds[world].Draw(scene);

    private static IWorld[] Create(int worlds, Func<IWorld> create)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(worlds);
        ArgumentNullException.ThrowIfNull(create);
        return [.. Enumerable.Range(0, worlds).Select(_ => create())];
    }

    private protected override void ResetTile(int tile, ulong seed, Span<float> observations)
    {
        _tallies[tile] = default;
        _streams[tile].Restart(seed, tile, 0);
        _worlds[tile].Reset(_streams[tile]);
        _worlds[tile].Observe(observations);
    }

    private protected override void StepTile(
        int tile, ReadOnlySpan<float> actions, Span<float> observations, Span<float> rewards, Span<EpisodeEnd> ends)
    {
        var world = _worlds[tile];
        ends[0] = world.Step(actions, rewards);
        var sum = 0f;
        foreach (var reward in rewards)
        {
            sum += reward;
        }

        _tallies[tile].Count(sum, ends[0]);
        if (ends[0] != EpisodeEnd.None)
        {
            world.Reset(_streams[tile]);
        }

        world.Observe(observations);
    }

    private protected override void Move(int world, ref Snapshot snapshot)
    {
        snapshot.Move(_streams[world]);
        snapshot.Move(ref _tallies[world]);
        _worlds[world].Move(ref snapshot);
    }
}
