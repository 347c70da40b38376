using System.Text.Json;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Scenarios.Rware;

namespace GenRL.Swarm.Sim.Parity.Rware;

/// <summary>One world beside one file.</summary>
internal sealed class RwareRun
{
    private readonly RwareOptions _options;
    private readonly JsonElement _file;
    private readonly Comparison _comparison;
    private readonly RwareWorld _world;
    private readonly float[] _actions;
    private readonly float[] _rewards;
    private readonly float[] _seen;

    /// <summary>Where the file's shelves stand after the step that was last taken up.</summary>
    private readonly int[] _shelves;

    /// <summary>The step of the last delivery until then.</summary>
    private int _lastDelivery;

    public RwareRun(RwareOptions options, JsonElement file, Comparison comparison)
    {
        (_options, _file, _comparison) = (options, file, comparison);
        var map = new RwareMap(options.Layout, options.SensorRange);
        _world = new RwareWorld(options, map, new RwareView(options, map));
        _world.Reset(new RandomStream(0, 0, 0));
        _actions = new float[options.Robots * (1 + options.MessageBits)];
        _rewards = new float[options.Robots];
        _seen = new float[options.Robots * options.ObservationSize];
        _shelves = new int[_world.ShelfCells.Length];
    }

    /// <summary>Takes up the state that the file starts with, and compares what is known of it.</summary>
    public void Start()
    {
        var init = _file.Get("init");
        _comparison.At(0, "shelves");
        var standing = _world.Map.ShelfCells.SelectMany((cell, i) => new double[] { i + 1, _world.Map.X(cell), _world.Map.Y(cell) });
        _comparison.Expect(Quantity.State, init.Get("shelves").Flat("shelves"), [.. standing]);
        _world.Map.ShelfCells.CopyTo(_shelves, 1);
        LoadState(init, 0);
        _comparison.At(0, "init_obs");
        CompareSeen(_file.Get("init_obs"));
    }

    /// <summary>Takes up the state after a step of the file; steps are taken up in their order.</summary>
    public void Load(JsonElement step, int number)
    {
        foreach (var shelf in step.Get("moved_shelves").List("moved_shelves"))
        {
            var moved = shelf.Wholes("moved_shelves", 3);
            _shelves[Shelf(moved[0], "moved_shelves")] = Cell(moved[1], moved[2], "moved_shelves");
        }

        LoadState(step, number);
        var actions = step.Get("action").List("action", _options.Robots);
        for (var i = 0; _options.MessageBits > 0 && i < actions.Count; i++)
        {
            for (var bit = 0; bit < _options.MessageBits; bit++)
            {
                _world.Messages[(i * _options.MessageBits) + bit] = actions[i].Wholes("action", 1 + _options.MessageBits)[1 + bit];
            }
        }
    }

    /// <summary>Does a step of the file and compares what comes of it.</summary>
    public void Step(JsonElement step, int number)
    {
        var executed = step.Get("executed").Wholes("executed", _options.Robots);
        ReadActions(step);
        var queue = step.Get("queue").Wholes("queue", _options.Requests);
        Queue<int>? drawn = null;
        _world.Orders.Named = place =>
        {
            drawn ??= new Queue<int>(Draws(step, queue) ?? []);
            return Drawn(drawn.TryDequeue(out var next) ? next : queue[place], number);
        };
        _world.Traffic.First = [.. executed.Select(action => action == (int)RwareAction.Forward)];
        var ties = _world.Traffic.TiesDecided;
        var before = _world.ShelfCells.ToArray();

        var end = _world.Step(_actions, _rewards);

        _comparison.Inject(_world.Traffic.TiesDecided - ties);
        _comparison.At(number, "executed");
        Expect(Quantity.State, step.Get("executed"), "executed", [.. _world.Executed.ToArray().Select(action => (double)action)]);
        CompareRobots(step, number);
        _comparison.At(number, "moved_shelves");
        Expect(Quantity.Position, step.Get("moved_shelves"), "moved_shelves", MovedFrom(before));
        _comparison.At(number, "queue");
        Expect(Quantity.State, step.Get("queue"), "queue", [.. _world.Orders.Queue.ToArray().Select(shelf => (double)shelf)]);
        _comparison.At(number, "reward");
        Expect(Quantity.Reward, step.Get("reward"), "reward", [.. _rewards.Select(reward => (double)reward)]);
        _comparison.At(number, "done");
        _comparison.Expect(Quantity.Done, step.Get("done").Truth("done") ? 1d : 0d, end == EpisodeEnd.None ? 0d : 1d);
        if (step.Find("obs") is { } seen)
        {
            _comparison.At(number, "obs");
            CompareSeen(seen);
        }
    }

    private void LoadState(JsonElement state, int number)
    {
        var robots = state.Get("agents").List("agents", _options.Robots);
        for (var i = 0; i < robots.Count; i++)
        {
            var robot = robots[i].List("agents", 5);
            var facing = robot[2].Whole("agents");
            _world.Robots[i] = new RwareRobot
            {
                Cell = Cell(robot[0].Whole("agents"), robot[1].Whole("agents"), "agents"),
                Facing = (uint)facing < 4u ? (RwareFacing)facing : throw new GoldenException($"\"agents\": robot {i} looks {facing}"),
                Shelf = (ushort)(robot[3].Whole("agents") is 0 ? 0 : Shelf(robot[3].Whole("agents"), "agents")),
                HasDelivered = robot[4].Truth("agents"),
            };
        }

        if (_world.Robots.ToArray().DistinctBy(robot => robot.Cell).Count() < robots.Count)
        {
            throw new GoldenException($"\"agents\": two on one cell after step {number}");
        }

        var queue = state.Get("queue").Wholes("queue", _options.Requests);
        if (queue.Select(shelf => Shelf(shelf, "queue")).Distinct().Count() < queue.Length)
        {
            throw new GoldenException("\"queue\": a shelf twice");
        }

        _lastDelivery = number > 0 && Delivers(state) ? number : _lastDelivery;
        _world.Orders.Load(queue);
        _shelves.CopyTo(_world.ShelfCells);
        _world.Begin(number, number - _lastDelivery);
    }

    // Putting a shelf back is paid too, but never on a goal.
    private bool Delivers(JsonElement step)
    {
        var rewards = Rewards(step);
        return _world.Robots.ToArray().Zip(rewards).Any(robot => robot.Second > 0d && _world.Map.Goals.Contains(robot.First.Cell));
    }

    private double[] Rewards(JsonElement step) =>
        [.. step.Get("reward").List("reward", _options.Robots).Select(reward => reward.Number("reward"))];

    private void ReadActions(JsonElement step)
    {
        var width = 1 + _options.MessageBits;
        var actions = step.Get("action").List("action", _options.Robots);
        for (var i = 0; i < actions.Count; i++)
        {
            var action = _options.MessageBits > 0 ? actions[i].Wholes("action", width) : [actions[i].Whole("action")];
            for (var part = 0; part < width; part++)
            {
                _actions[(i * width) + part] = (uint)action[part] < (part == 0 ? 5u : 2u) ? action[part]
                    : throw new GoldenException($"\"action\": {action[part]} is none");
            }
        }
    }

    // Who stands on a goal with a wanted shelf is paid there, and for nothing else.
    private int[]? Draws(JsonElement step, int[] queue)
    {
        var rewards = Rewards(step);
        var carriers = _world.Map.Goals.Select(goal => _world.Floor.Robots[goal] - 1).ToArray();
        bool IsPaid(bool[] delivered) => _options.Reward == RwareReward.Global
            ? rewards[0] == delivered.Count(goal => goal)
            : carriers.Zip(delivered).All(goal => goal.First < 0 || rewards[goal.First] > 0d == goal.Second);
        int[] standing = [.. _world.Map.Goals.Select(goal => (int)_world.Floor.Shelves[goal])];
        int[] before = [.. _world.Orders.Queue.ToArray().Select(shelf => (int)shelf)];
        return new RwareDraws(standing, before, queue, IsPaid).Find();
    }

    private ushort Drawn(int shelf, int number)
    {
        _comparison.Inject(1);
        return !_world.Orders.IsWanted((ushort)Shelf(shelf, "queue")) ? (ushort)shelf
            : throw new GoldenException($"\"queue\": step {number} draws shelf {shelf}, which is wanted already");
    }

    private void CompareRobots(JsonElement step, int number)
    {
        var robots = step.Get("agents").List("agents", _options.Robots);
        for (var i = 0; i < robots.Count; i++)
        {
            _comparison.At(number, $"agents, robot {i}");
            var expected = robots[i].Flat("agents");
            var robot = _world.Robots[i];
            _comparison.Expect(Quantity.Position, expected.AsSpan()[..Math.Min(3, expected.Length)],
                [_world.Map.X(robot.Cell), _world.Map.Y(robot.Cell), (double)robot.Facing]);
            _comparison.Expect(Quantity.State, expected.AsSpan()[Math.Min(3, expected.Length)..], [robot.Shelf, robot.HasDelivered ? 1d : 0d]);
        }
    }

    private double[] MovedFrom(int[] before)
    {
        var moved = new List<double>();
        for (var shelf = 1; shelf < before.Length; shelf++)
        {
            var cell = _world.ShelfCells[shelf];
            if (cell != before[shelf])
            {
                moved.AddRange([shelf, _world.Map.X(cell), _world.Map.Y(cell)]);
            }
        }

        return [.. moved];
    }

    private void CompareSeen(JsonElement expected)
    {
        _world.Observe(_seen);
        Expect(Quantity.Observation, expected, "obs", [.. _seen.Select(number => (double)number)]);
    }

    private void Expect(Quantity quantity, JsonElement expected, string name, double[] actual) =>
        _comparison.Expect(quantity, expected.Flat(name), actual);

    private int Cell(int x, int y, string name) => _world.Map.Cell(x, y) is var cell && (uint)x < (uint)_options.Layout.Columns
        && (uint)y < (uint)_options.Layout.Rows ? cell : throw new GoldenException($"\"{name}\": ({x}, {y}) is off the floor");

    private int Shelf(int shelf, string name) => shelf > 0 && shelf < _shelves.Length ? shelf
        : throw new GoldenException($"\"{name}\": there is no shelf {shelf}");
}
