using System.Text.Json;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Lbf;

namespace GenRL.Swarm.Sim.Parity.Lbf;

/// <summary>One world beside one file.</summary>
internal sealed class LbfRun(LbfOptions options, JsonElement file, Comparison comparison)
{
    private readonly LbfWorld _world = new(options);
    private readonly float[] _actions = new float[options.Players];
    private readonly float[] _rewards = new float[options.Players];
    private readonly float[] _seen = new float[options.Players * options.ObservationSize];
    private readonly JsonElement _init = file.Get("init");

    /// <summary>Whether two players stand on one cell now.</summary>
    public bool PlayersShareACell => _world.Cells.ToArray().Distinct().Count() < options.Players;

    /// <summary>Takes up the state that the file starts with, and compares what is known of it.</summary>
    public void Start()
    {
        Load(null, 0);
        comparison.At(0, "init");
        comparison.Expect(Quantity.State, _init.Get("food_spawned").Number("food_spawned"), _world.Field.Spawned);
        Expect(Quantity.State, file.Get("obs_shape"), "obs_shape",
            options.GridObservation ? [3, (2 * options.Sight) + 1, (2 * options.Sight) + 1] : [options.ObservationSize]);
        CompareSeen(file.Get("init_obs"));
    }

    /// <summary>Takes up the state after <paramref name="step"/>, or the first one where that is null.</summary>
    /// <param name="step">A step of the file.</param>
    /// <param name="number">How many steps were done.</param>
    public void Load(JsonElement? step, int number)
    {
        var players = _init.Get("players").List("players", options.Players);
        LayFood(_init.Get("field"));
        var spawned = _world.Field.Spawned;
        if (step is { } state)
        {
            LayFood(state.Get("field"));
            _world.Field.RememberSpawned(spawned);
        }

        for (var i = 0; i < players.Count; i++)
        {
            var place = (step is { } later ? later.Get("pos").List("pos", options.Players)[i] : players[i].Get("pos")).Wholes("pos", 2);
            if ((uint)place[0] >= (uint)options.Rows || (uint)place[1] >= (uint)options.Columns)
            {
                throw new GoldenException($"\"pos\": player {i} is off the field after step {number}");
            }

            _world.Cells[i] = _world.Field.Cell(place[0], place[1]);
            _world.Levels[i] = players[i].Get("level").Whole("level");
        }

        _world.Steps = number;
    }

    /// <summary>Does a step of the file and compares what comes of it.</summary>
    public void Step(JsonElement step, int number)
    {
        comparison.At(number, "valid_before");
        var valid = step.Get("valid_before").List("valid_before", options.Players);
        for (var i = 0; i < valid.Count; i++)
        {
            Expect(Quantity.State, valid[i], "valid_before",
                [.. Enumerable.Range(0, 6).Where(action => _world.IsValid(i, (LbfAction)action)).Select(action => (double)action)]);
        }

        var actions = step.Get("action").Wholes("action", options.Players);
        for (var i = 0; i < actions.Length; i++)
        {
            _actions[i] = (uint)actions[i] < 6u ? actions[i] : throw new GoldenException($"\"action\": {actions[i]} in step {number}");
        }

        var end = _world.Step(_actions, _rewards);
        comparison.At(number, "pos");
        Expect(Quantity.Position, step.Get("pos"), "pos",
            [.. _world.Cells.ToArray().SelectMany(cell => new double[] { _world.Field.Row(cell), _world.Field.Column(cell) })]);
        comparison.At(number, "field");
        Expect(Quantity.State, step.Get("field"), "field", Levels());
        comparison.At(number, "reward");
        comparison.Expect(Quantity.Reward, step.Get("reward").Flat("reward"), _world.Rewards);
        comparison.At(number, "done");
        comparison.Expect(Quantity.Done, step.Get("done").Truth("done") ? 1d : 0d, end == EpisodeEnd.None ? 0d : 1d);
        // Upstream calls the end of time done, and never truncated.
        comparison.Expect(Quantity.Done, step.Get("truncated").Truth("truncated") ? 1d : 0d, 0d);
        if (step.Find("obs") is { } seen)
        {
            comparison.At(number, "obs");
            CompareSeen(seen);
        }
    }

    private void LayFood(JsonElement rows)
    {
        _world.Field.Clear();
        var lines = rows.List("field", options.Rows);
        for (var row = 0; row < options.Rows; row++)
        {
            var levels = lines[row].Wholes("field", options.Columns);
            for (var column = 0; column < levels.Length; column++)
            {
                if (levels[column] != 0)
                {
                    Lay(row, column, levels[column]);
                }
            }
        }
    }

    private void Lay(int row, int column, int level)
    {
        if (level < 0 || _world.Field.FoodCells.Length == options.Foods)
        {
            throw new GoldenException($"\"field\": a negative level or more than {options.Foods} foods");
        }

        _world.Field.Lay(_world.Field.Cell(row, column), level);
    }

    private double[] Levels()
    {
        var levels = new double[options.Rows * options.Columns];
        for (var food = 0; food < _world.Field.FoodCells.Length; food++)
        {
            var cell = _world.Field.FoodCells[food];
            levels[(_world.Field.Row(cell) * options.Columns) + _world.Field.Column(cell)] = _world.Field.FoodLevels[food];
        }

        return levels;
    }

    private void CompareSeen(JsonElement expected)
    {
        _world.Observe(_seen);
        Expect(Quantity.Observation, expected, "obs", [.. _seen.Select(number => (double)number)]);
    }

    private void Expect(Quantity quantity, JsonElement expected, string name, double[] actual) =>
        comparison.Expect(quantity, expected.Flat(name), actual);
}
