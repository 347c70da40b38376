using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Pogema;

/// <summary>
/// Partially observable multi-agent path finding on random grids, once or lifelong. Rules of POGEMA 1.4 (Skrynnik et al., POGEMA: partially
/// observable grid environment for multiple agents, arXiv 2206.10944), one for one, but that whoever is there is seen (see
/// <see cref="PogemaOptions.ForgetsFollowers"/>). The episode is terminated when every agent has finished or, where nothing happens on targets,
/// when all are on theirs.
/// </summary>
internal sealed class PogemaWorld : IWorld
{
    private readonly PogemaOptions _options;
    private readonly PogemaSpawn _spawn;
    private readonly PogemaTraffic _traffic;
    private readonly BitGrid _obstacles;
    private readonly PogemaAgent[] _agents;
    private RandomStream _random = new(0, 0, 0);
    private int _steps;

    /// <summary>A world without an episode: reset it.</summary>
    /// <exception cref="ScenarioException">The options make no sense.</exception>
    public PogemaWorld(PogemaOptions options)
    {
        _options = options.Checked();
        (_obstacles, Taken) = BitGrid.Pair(options.Rows, options.Columns, options.Radius);
        Map = new PogemaMap(options, _obstacles);
        _spawn = new PogemaSpawn(options);
        _traffic = PogemaTraffic.Of(options);
        _agents = new PogemaAgent[options.Agents];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ActionSpace> Actions => [.. Enumerable.Repeat(ActionSpace.Discrete(5), _options.Agents)];

    /// <inheritdoc/>
    public IReadOnlyList<int> ObservationSizes => [.. Enumerable.Repeat(_options.ObservationSize, _options.Agents)];

    /// <summary>Obstacles and what can be reached.</summary>
    public PogemaMap Map { get; }

    /// <summary>Cells of agents on the map.</summary>
    public BitGrid Taken { get; }

    /// <summary>The agents.</summary>
    public Span<PogemaAgent> Agents => _agents;

    /// <summary>Names the next target of an agent as row times columns plus column; null to draw it. For runs beside recorded draws.</summary>
    public Func<int, int>? Named { get; set; }

    /// <inheritdoc/>
    public void Reset(RandomStream random)
    {
        _random = random;
        _spawn.Draw(random, Map, _agents);
        Begin(0);
    }

    /// <summary>Takes up the state that map and agents were given.</summary>
    /// <param name="steps">Steps of the episode so far.</param>
    public void Begin(int steps)
    {
        _steps = steps;
        Taken.Clear();
        foreach (ref readonly var agent in _agents.AsSpan())
        {
            if (agent.IsActive)
            {
                Taken.Set(agent.Row, agent.Column);
            }
        }
    }

    /// <inheritdoc/>
    public EpisodeEnd Step(ReadOnlySpan<float> actions, Span<float> rewards)
    {
        _traffic.Move(actions, _agents, _obstacles, Taken);
        _steps++;
        var isOver = _options.OnTarget switch
        {
            PogemaOnTarget.Finish => Finish(rewards),
            PogemaOnTarget.Restart => Restart(rewards),
            _ => AllArrive(rewards),
        };
        return isOver ? EpisodeEnd.Terminated : _steps >= _options.MaxSteps ? EpisodeEnd.Truncated : EpisodeEnd.None;
    }

    /// <inheritdoc/>
    public void Observe(Span<float> observations) => PogemaView.Write(_options.Radius, _obstacles, Taken, _agents, observations);

    /// <inheritdoc/>
    public void Move(ref Snapshot snapshot)
    {
        Map.Move(ref snapshot);
        snapshot.Move(_agents.AsSpan());
        snapshot.Move(ref _steps);
    }

    /// <inheritdoc/>
    public void Draw(Scene scene) => PogemaPicture.Draw(this, scene);

    private bool Finish(Span<float> rewards)
    {
        var active = 0;
        for (var i = 0; i < _agents.Length; i++)
        {
            ref var agent = ref _agents[i];
            var arrives = agent.IsActive && agent.IsOnTarget;
            rewards[i] = arrives ? 1f : 0f;
            if (arrives)
            {
                agent.Active = 0;
                Taken.Clear(agent.Row, agent.Column);
            }

            active += agent.Active;
        }

        return active == 0;
    }

    private bool Restart(Span<float> rewards)
    {
        for (var i = 0; i < _agents.Length; i++)
        {
            ref var agent = ref _agents[i];
            rewards[i] = agent.IsOnTarget ? 1f : 0f;
            if (agent.IsOnTarget)
            {
                var target = Named is null ? PogemaSpawn.Target(_random, Map, agent) : Named(i);
                (agent.TargetRow, agent.TargetColumn) = ((ushort)(target / Map.Columns), (ushort)(target % Map.Columns));
            }
        }

        return false;
    }

    private bool AllArrive(Span<float> rewards)
    {
        var all = true;
        foreach (ref readonly var agent in _agents.AsSpan())
        {
            all &= agent.IsOnTarget;
        }

        rewards.Fill(all ? 1f : 0f);
        return all;
    }
}
