using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Lbf;

/// <summary>
/// Level-based foraging: players on a grid load food together whose level no one of them may reach alone. Rules of lb-foraging version 3
/// (Papoudakis et al., Benchmarking multi-agent deep reinforcement learning algorithms, 2021), one for one: a step is name cells -> enter those
/// that one player alone names -> load. A player may enter a cell whose occupant fails to leave, so that two share it, as they do there. Where
/// upstream calls the end of time done, this world says <see cref="EpisodeEnd.Truncated"/>.
/// </summary>
internal sealed class LbfWorld : IWorld
{
    private readonly LbfOptions _options;
    private readonly int[] _offsets;
    private readonly int[] _cells;
    private readonly int[] _levels;
    private readonly int[] _named;
    private readonly bool[] _loads;
    private readonly double[] _rewards;
    private int _steps;

    /// <summary>A world without an episode: reset it.</summary>
    /// <exception cref="ScenarioException">The options make no sense.</exception>
    public LbfWorld(LbfOptions options)
    {
        _options = options.Checked();
        Field = new LbfField(options.Rows, options.Columns, options.Foods);
        _offsets = [0, -Field.Stride, Field.Stride, -1, 1, 0];
        _cells = new int[options.Players];
        _levels = new int[options.Players];
        _named = new int[options.Players];
        _loads = new bool[options.Players];
        _rewards = new double[options.Players];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ActionSpace> Actions => [.. Enumerable.Repeat(ActionSpace.Discrete(6), _options.Players)];

    /// <inheritdoc/>
    public IReadOnlyList<int> ObservationSizes => [.. Enumerable.Repeat(_options.ObservationSize, _options.Players)];

    /// <summary>The cells and the food.</summary>
    public LbfField Field { get; }

    /// <summary>Each player's cell.</summary>
    public Span<int> Cells => _cells;

    /// <summary>Each player's level.</summary>
    public Span<int> Levels => _levels;

    /// <summary>What each player earned in the last step.</summary>
    public ReadOnlySpan<double> Rewards => _rewards;

    /// <summary>Steps of the episode so far.</summary>
    public int Steps
    {
        get => _steps;
        set => _steps = value;
    }

    /// <inheritdoc/>
    public void Reset(RandomStream random)
    {
        LbfSpawn.Draw(_options, random, Field, _cells, _levels);
        _steps = 0;
    }

    /// <inheritdoc/>
    public EpisodeEnd Step(ReadOnlySpan<float> actions, Span<float> rewards)
    {
        _steps++;
        Name(actions);
        Enter();
        Load();
        for (var i = 0; i < rewards.Length; i++)
        {
            rewards[i] = (float)_rewards[i];
        }

        return Field.Left == 0 ? EpisodeEnd.Terminated : _steps >= _options.MaxSteps ? EpisodeEnd.Truncated : EpisodeEnd.None;
    }

    /// <summary>Whether a player may do so now: other players do not matter.</summary>
    public bool IsValid(int player, LbfAction action) => action switch
    {
        LbfAction.None => true,
        LbfAction.Load => Field.FoodBeside(_cells[player]) >= 0,
        _ => Field.IsOpen(_cells[player] + _offsets[(int)action]),
    };

    /// <inheritdoc/>
    public void Observe(Span<float> observations)
    {
        if (_options.GridObservation)
        {
            LbfView.Layers(_options, Field, _cells, _levels, observations);
        }
        else
        {
            LbfView.Lists(_options, Field, _cells, _levels, observations);
        }
    }

    /// <inheritdoc/>
    public void Move(ref Snapshot snapshot)
    {
        Field.Move(ref snapshot);
        snapshot.Move(_cells.AsSpan());
        snapshot.Move(_levels.AsSpan());
        snapshot.Move(ref _steps);
    }

    /// <inheritdoc/>
    public void Draw(Scene scene) => LbfPicture.Draw(Field, _cells, _levels, scene);

    /// <summary>Every player names the cell it wants to be in; what it may not do becomes nothing, and so does a number that is no action.</summary>
    private void Name(ReadOnlySpan<float> actions)
    {
        for (var i = 0; i < _cells.Length; i++)
        {
            var action = (int)actions[i];
            var cell = _cells[i];
            var named = (uint)action < 6u ? cell + _offsets[action] : cell;
            _named[i] = Field.IsOpen(named) ? named : cell;
            _loads[i] = action == (int)LbfAction.Load && Field.FoodBeside(cell) >= 0;
        }
    }

    private void Enter()
    {
        for (var i = 0; i < _cells.Length; i++)
        {
            var alone = true;
            for (var j = 0; j < _named.Length; j++)
            {
                alone &= j == i || _named[j] != _named[i];
            }

            _cells[i] = alone ? _named[i] : _cells[i];
        }
    }

    /// <summary>Those who load the same food share it, or all pay the penalty if it is too much for them.</summary>
    private void Load()
    {
        Array.Clear(_rewards);
        for (var i = 0; i < _loads.Length; i++)
        {
            if (_loads[i] && Field.FoodBeside(_cells[i]) is >= 0 and var food)
            {
                LoadTogether(i, food);
            }
        }
    }

    private void LoadTogether(int first, int food)
    {
        var (cell, level, sum) = (Field.FoodCells[food], Field.FoodLevels[food], 0);
        for (var i = first; i < _loads.Length; i++)
        {
            sum += _loads[i] && Field.AreBeside(_cells[i], cell) ? _levels[i] : 0;
        }

        for (var i = first; i < _loads.Length; i++)
        {
            if (_loads[i] && Field.AreBeside(_cells[i], cell))
            {
                _loads[i] = false;
                _rewards[i] = sum < level ? -_options.Penalty : Share(_levels[i] * level, sum);
            }
        }

        if (sum >= level)
        {
            Field.Take(food);
        }
    }

    private double Share(double product, int sum) => _options.NormaliseReward ? product / ((double)sum * Field.Spawned) : product;
}
