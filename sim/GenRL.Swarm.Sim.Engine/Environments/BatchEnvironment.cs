using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;
using GenRL.Swarm.Sim.Engine.Threads;

namespace GenRL.Swarm.Sim.Engine.Environments;

/// <summary>What all environments share: checks of the caller's spans, threads over tiles, snapshots. What a tile does is its heir's.</summary>
public abstract unsafe class BatchEnvironment : IEnvironment, IWorkload
{
    private readonly WorkerTeam _team;
    private readonly Lazy<int> _snapshotSize;

    // The caller's memory, for the threads, while a reset or a step lasts.
    private float* _actions;
    private float* _observations;
    private float* _rewards;
    private EpisodeEnd* _ends;
    private bool _resets;
    private ulong _seed;

    private protected BatchEnvironment(EnvironmentShape shape, int threads)
    {
        Shape = shape;
        _team = new WorkerTeam(Math.Min(threads, shape.Tiles));
        _snapshotSize = new Lazy<int>(Measure);
    }

    /// <inheritdoc/>
    public EnvironmentShape Shape { get; }

    /// <inheritdoc/>
    public int SnapshotSize => _snapshotSize.Value;

    /// <inheritdoc/>
    public void Reset(ulong seed, Span<float> observations)
    {
        Shape.Check(observations);
        fixed (float* seen = observations)
        {
            _observations = seen;
            _seed = seed;
            _resets = true;
            _team.Run(this, Shape.Tiles);
        }
    }

    /// <inheritdoc/>
    public void Step(ReadOnlySpan<float> actions, Span<float> observations, Span<float> rewards, Span<EpisodeEnd> ends)
    {
        Shape.Check(actions, observations, rewards, ends);
        fixed (float* done = actions, seen = observations, earned = rewards)
        fixed (EpisodeEnd* ended = ends)
        {
            _actions = done;
            _observations = seen;
            _rewards = earned;
            _ends = ended;
            _resets = false;
            _team.Run(this, Shape.Tiles);
        }
    }

    /// <inheritdoc/>
    public abstract EpisodeStatistics Statistics(int world);

    /// <inheritdoc/>
    public void Save(int world, Span<byte> snapshot)
    {
        CheckWorld(world);
        if (snapshot.Length < SnapshotSize)
        {
            throw new ArgumentException($"{snapshot.Length} bytes are too few for a snapshot: {SnapshotSize} are needed", nameof(snapshot));
        }

        var target = Snapshot.Save(snapshot);
        Move(world, ref target);
    }

    /// <inheritdoc/>
    public void Restore(int world, ReadOnlySpan<byte> snapshot)
    {
        CheckWorld(world);

        // Asked before the first field is written over: a refused snapshot changes nothing.
        if (snapshot.Length < SnapshotSize)
        {
            throw new InvalidDataException($"a snapshot of {snapshot.Length} bytes is too short: {SnapshotSize} are needed");
        }

        var source = Snapshot.Restore(snapshot);
        Move(world, ref source);
    }

    /// <inheritdoc/>
    public abstract void Draw(int world, Scene scene);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    void IWorkload.Work(int first, int end)
    {
        for (var tile = first; tile < end; tile++)
        {
            var seen = Part(_observations, tile, Shape.ObservationsPerWorld);
            if (_resets)
            {
                ResetTile(tile, _seed, seen);
            }
            else
            {
                var lanes = Math.Min(Shape.Lanes, Shape.Worlds - (tile * Shape.Lanes));
                var ends = new Span<EpisodeEnd>(_ends + (tile * Shape.Lanes), lanes);
                StepTile(tile, Part(_actions, tile, Shape.ActionsPerWorld), seen, Part(_rewards, tile, Shape.Agents), ends);
            }
        }
    }

    /// <summary>Starts an episode in every world of a tile.</summary>
    private protected abstract void ResetTile(int tile, ulong seed, Span<float> observations);

    /// <summary>One step of every world of a tile, with the tile's part of each span; there are as many ends as the tile has worlds.</summary>
    private protected abstract void StepTile(
        int tile, ReadOnlySpan<float> actions, Span<float> observations, Span<float> rewards, Span<EpisodeEnd> ends);

    /// <summary>Moves a world's whole state.</summary>
    private protected abstract void Move(int world, ref Snapshot snapshot);

    /// <summary>Gives back what the environment holds; heirs add theirs.</summary>
    protected virtual void Dispose(bool disposing) => _team.Dispose();

    private Span<float> Part(float* start, int tile, int perWorld) => new(start + ((long)tile * Shape.Lanes * perWorld), Shape.Lanes * perWorld);

    private void CheckWorld(int world)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(world);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(world, Shape.Worlds);
    }

    private int Measure()
    {
        var measure = Snapshot.Measure();
        Move(0, ref measure);
        return measure.Position;
    }
}
