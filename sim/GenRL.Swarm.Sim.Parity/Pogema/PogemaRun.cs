using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Pogema;

namespace GenRL.Swarm.Sim.Parity.Pogema;

/// <summary>One world beside one file.</summary>
internal sealed class PogemaRun(PogemaOptions options, JsonElement file, Comparison comparison)
{
    private readonly PogemaWorld _world = new(options);
    private readonly float[] _actions = new float[options.Agents];
    private readonly float[] _rewards = new float[options.Agents];
    private readonly float[] _seen = new float[options.Agents * options.ObservationSize];

    /// <summary>Takes up the state that the file starts with, and compares what is known of it.</summary>
    public void Start()
    {
        comparison.At(0, "moves");
        comparison.Expect(Quantity.State, file.Get("moves").Flat("moves"), [0, 0, -1, 0, 1, 0, 0, -1, 0, 1]);
        comparison.At(0, "obstacles_padded_shape");
        comparison.Expect(Quantity.State, file.Get("obstacles_padded_shape").Flat("obstacles_padded_shape"),
            [options.Rows + (2 * options.Radius), options.Columns + (2 * options.Radius)]);
        LoadObstacles();
        Load(file.Get("init"), 0);
        CompareSeen(file.Get("init_obs"), 0);
    }

    /// <summary>Takes up the state after a step of the file, or the first one.</summary>
    public void Load(JsonElement state, int number)
    {
        var places = state.Get("agents").List("agents", options.Agents);
        var targets = state.Get("targets").List("targets", options.Agents);
        var active = state.Find("active")?.List("active", options.Agents);
        for (var i = 0; i < places.Count; i++)
        {
            var (row, column) = FreeCell(places[i], "agents");
            var (targetRow, targetColumn) = FreeCell(targets[i], "targets");
            _world.Agents[i] = new PogemaAgent
            {
                Row = (ushort)row,
                Column = (ushort)column,
                TargetRow = (ushort)targetRow,
                TargetColumn = (ushort)targetColumn,
                Active = (ushort)(active is null || active[i].Truth("active") ? 1 : 0),
            };
        }

        var cells = _world.Agents.ToArray().Where(agent => agent.IsActive).Select(agent => (agent.Row, agent.Column)).ToList();
        if (cells.Distinct().Count() < cells.Count)
        {
            throw new GoldenException($"\"agents\": two on one cell after step {number}");
        }

        _world.Begin(number);
    }

    /// <summary>Does a step of the file and compares what comes of it.</summary>
    public void Step(JsonElement step, int number)
    {
        var actions = step.Get("action").Wholes("action", options.Agents);
        for (var i = 0; i < actions.Length; i++)
        {
            _actions[i] = (uint)actions[i] < 5u ? actions[i] : throw new GoldenException($"\"action\": {actions[i]} in step {number}");
        }

        var targets = step.Get("targets").List("targets", options.Agents);
        _world.Named = agent => Drawn(targets[agent], agent, number);

        var end = _world.Step(_actions, _rewards);

        comparison.At(number, "agents");
        Expect(Quantity.Position, step.Get("agents"), "agents", _world.Agents.ToArray().SelectMany(agent => new double[] { agent.Row, agent.Column }));
        comparison.At(number, "targets");
        Expect(Quantity.State, step.Get("targets"), "targets",
            _world.Agents.ToArray().SelectMany(agent => new double[] { agent.TargetRow, agent.TargetColumn }));
        comparison.At(number, "active");
        Expect(Quantity.State, step.Get("active"), "active", _world.Agents.ToArray().Select(agent => agent.IsActive ? 1d : 0d));
        comparison.At(number, "reward");
        Expect(Quantity.Reward, step.Get("reward"), "reward", _rewards.Select(reward => (double)reward));
        comparison.At(number, "terminated");
        Expect(Quantity.Done, step.Get("terminated"), "terminated", _world.Agents.ToArray().Select(agent => IsTerminated(agent, end) ? 1d : 0d));
        comparison.At(number, "truncated");
        Expect(Quantity.Done, step.Get("truncated"), "truncated", _world.Agents.ToArray().Select(_ => number >= options.MaxSteps ? 1d : 0d));
        if (step.Find("obs") is { } seen)
        {
            CompareSeen(seen, number);
        }
    }

    /// <summary>An agent that vanished on its target stays terminated.</summary>
    private bool IsTerminated(PogemaAgent agent, EpisodeEnd end) => options.OnTarget switch
    {
        PogemaOnTarget.Finish => !agent.IsActive,
        PogemaOnTarget.Nothing => end == EpisodeEnd.Terminated,
        _ => false,
    };

    private void LoadObstacles()
    {
        _world.Map.Clear();
        var rows = file.Get("obstacles").List("obstacles", options.Rows);
        for (var row = 0; row < options.Rows; row++)
        {
            LoadRow(rows[row].Wholes("obstacles", options.Columns), row, 0);
        }

        if (file.Find("padded_obstacles") is { } padded)
        {
            LoadBorder(padded);
        }
        else if (file.Find("empty_outside")?.Truth("empty_outside") == false)
        {
            throw new GoldenException("\"padded_obstacles\" is missing, and outside is not empty");
        }

        _world.Map.Connect();
    }

    private void LoadBorder(JsonElement padded)
    {
        var rows = padded.List("padded_obstacles", options.Rows + (2 * options.Radius));
        for (var row = 0; row < rows.Count; row++)
        {
            LoadRow(rows[row].Wholes("padded_obstacles", options.Columns + (2 * options.Radius)), row - options.Radius, -options.Radius);
        }
    }

    private void LoadRow(int[] cells, int row, int left)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is not (0 or 1))
            {
                throw new GoldenException($"\"obstacles\": {cells[i]} is neither 0 nor 1");
            }

            if (cells[i] == 1)
            {
                _world.Map.Obstacles.Set(row, left + i);
            }
        }
    }

    private int Drawn(JsonElement target, int agent, int number)
    {
        comparison.Inject(1);
        var (row, column) = FreeCell(target, "targets");
        var (cell, own) = ((row * options.Columns) + column, (_world.Agents[agent].Row * options.Columns) + _world.Agents[agent].Column);
        return cell != own && _world.Map.AreConnected(cell, own) ? cell
            : throw new GoldenException($"\"targets\": step {number} gives agent {agent} a target that it is on or cannot reach");
    }

    private (int Row, int Column) FreeCell(JsonElement place, string name)
    {
        var cell = place.Wholes(name, 2);
        var isOnMap = (uint)cell[0] < (uint)options.Rows && (uint)cell[1] < (uint)options.Columns;
        return isOnMap && !_world.Map.Obstacles[cell[0], cell[1]] ? (cell[0], cell[1])
            : throw new GoldenException($"\"{name}\": ({cell[0]}, {cell[1]}) is not a free cell");
    }

    /// <summary>Compares what agents see.</summary>
    /// <param name="expected">What the first agents see: as many as the file stores.</param>
    /// <param name="step">After which step.</param>
    private void CompareSeen(JsonElement expected, int step)
    {
        _world.Observe(_seen);
        var agents = expected.List("obs");
        for (var i = 0; i < agents.Count; i++)
        {
            comparison.At(step, $"obs, agent {i}");
            var seen = _seen.Skip(i * options.ObservationSize).Take(options.ObservationSize);
            Expect(Quantity.Observation, agents[i], "obs", seen.Select(number => (double)number));
        }
    }

    private void Expect(Quantity quantity, JsonElement expected, string name, IEnumerable<double> actual) =>
        comparison.Expect(quantity, expected.Flat(name), [.. actual]);
}
