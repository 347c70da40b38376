using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Engine.Environments;
using GenRL.Swarm.Sim.Engine.Pictures;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Scenarios.Rware;

/// <summary>
/// The robotic warehouse: robots fetch wanted shelves, bring them to the goals, and put them back. Rules of rware version 2 (Papoudakis et al.,
/// Benchmarking multi-agent deep reinforcement learning algorithms, 2021), one for one but for the order among equally long queues
/// (<see cref="RwareTraffic"/>). A step is intend -> settle the traffic -> act -> deliver. Where upstream calls the end of time done, this world
/// says <see cref="EpisodeEnd.Truncated"/>; an end by inactivity is <see cref="EpisodeEnd.Terminated"/>.
/// </summary>
internal sealed class RwareWorld : IWorld
{
    private readonly RwareOptions _options;
    private readonly RwareView _view;
    private readonly RwareRobot[] _robots;
    private readonly int[] _shelfCells;
    private readonly float[] _messages;
    private readonly RwareAction[] _executed;
    private RandomStream _random = new(0, 0, 0);
    private int _steps;
    private int _inactive;

    /// <summary>A world without an episode: reset it.</summary>
    /// <param name="options">Checked options.</param>
    /// <param name="map">Their layout, with a ring as wide as robots see; worlds may share it.</param>
    /// <param name="view">What robots see on it; worlds may share it.</param>
    public RwareWorld(RwareOptions options, RwareMap map, RwareView view)
    {
        (_options, Map, _view) = (options, map, view);
        Floor = new RwareFloor(map);
        Orders = new RwareOrders(options.Requests, map.ShelfCells.Length);
        Traffic = new RwareTraffic(options.Robots, map.Cells);
        _robots = new RwareRobot[options.Robots];
        _shelfCells = new int[map.ShelfCells.Length + 1];
        _messages = new float[options.Robots * options.MessageBits];
        _executed = new RwareAction[options.Robots];
    }

    /// <inheritdoc/>
    public IReadOnlyList<ActionSpace> Actions =>
        [.. Enumerable.Repeat(ActionSpace.Discrete([5, .. Enumerable.Repeat(2, _options.MessageBits)]), _options.Robots)];

    /// <inheritdoc/>
    public IReadOnlyList<int> ObservationSizes => [.. Enumerable.Repeat(_options.ObservationSize, _options.Robots)];

    /// <summary>The cells.</summary>
    public RwareMap Map { get; }

    /// <summary>What stands on them.</summary>
    public RwareFloor Floor { get; }

    /// <summary>What is wanted.</summary>
    public RwareOrders Orders { get; }

    /// <summary>Who gives way to whom.</summary>
    public RwareTraffic Traffic { get; }

    /// <summary>The robots.</summary>
    public Span<RwareRobot> Robots => _robots;

    /// <summary>Each shelf's cell, by its number; entry 0 means nothing.</summary>
    public Span<int> ShelfCells => _shelfCells;

    /// <summary>What each robot told with its last action: bit by bit, robot by robot.</summary>
    public Span<float> Messages => _messages;

    /// <summary>What each robot did in the last step, when the traffic was settled.</summary>
    public ReadOnlySpan<RwareAction> Executed => _executed;

    /// <inheritdoc/>
    public void Reset(RandomStream random)
    {
        _random = random;
        RwareSpawn.Draw(random, Map, _robots);
        Map.ShelfCells.CopyTo(_shelfCells, 1);
        Orders.Draw(random);
        Array.Clear(_messages);
        Begin(0, 0);
    }

    /// <summary>Takes up the state that robots, shelves and orders were given.</summary>
    /// <param name="steps">Steps of the episode so far.</param>
    /// <param name="inactive">Steps since the last delivery.</param>
    public void Begin(int steps, int inactive)
    {
        (_steps, _inactive) = (steps, inactive);
        Furnish();
    }

    /// <inheritdoc/>
    public EpisodeEnd Step(ReadOnlySpan<float> actions, Span<float> rewards)
    {
        rewards.Clear();
        Intend(actions);
        Traffic.Resolve(_robots, Floor.Robots);
        MoveOn();
        Act(rewards);
        _inactive = Deliver(rewards) ? 0 : _inactive + 1;
        _steps++;
        var timeIsOut = _options.MaxSteps > 0 && _steps >= _options.MaxSteps;
        var sleeps = _options.MaxInactivitySteps > 0 && _inactive >= _options.MaxInactivitySteps;
        return timeIsOut ? EpisodeEnd.Truncated : sleeps ? EpisodeEnd.Terminated : EpisodeEnd.None;
    }

    /// <inheritdoc/>
    public void Observe(Span<float> observations) => _view.Write(Floor, _robots, _messages, observations);

    /// <inheritdoc/>
    public void Move(ref Snapshot snapshot)
    {
        snapshot.Move(_robots.AsSpan());
        snapshot.Move(_shelfCells.AsSpan());
        snapshot.Move(_messages.AsSpan());
        snapshot.Move(ref _steps);
        snapshot.Move(ref _inactive);
        Orders.Move(ref snapshot);
        if (snapshot.Restores)
        {
            Furnish();
        }
    }

    /// <inheritdoc/>
    public void Draw(Scene scene) => RwarePicture.Draw(this, scene);

    /// <summary>
    /// Reads the actions; what is no action is none. Who carries a shelf does not drive at a standing one, whether or not a robot is under it.
    /// </summary>
    private void Intend(ReadOnlySpan<float> actions)
    {
        var bits = _options.MessageBits;
        for (var i = 0; i < _robots.Length; i++)
        {
            var wanted = (int)actions[i * (1 + bits)];
            var action = (uint)wanted < 5u ? (RwareAction)wanted : RwareAction.Stay;
            for (var bit = 0; bit < bits; bit++)
            {
                _messages[(i * bits) + bit] = actions[(i * (1 + bits)) + 1 + bit] == 0f ? 0f : 1f;
            }

            ref readonly var robot = ref _robots[i];
            var named = robot.Cell;
            if (action == RwareAction.Forward && robot.Cell + Map.Steps[(int)robot.Facing] is var ahead && Map.IsFloor(ahead))
            {
                var isBlocked = robot.Shelf > 0 && Floor.Shelves[ahead] > 0 && !(Floor.Robots[ahead] > 0 && _robots[Floor.Robots[ahead] - 1].Shelf > 0);
                action = isBlocked ? RwareAction.Stay : action;
                named = isBlocked ? robot.Cell : ahead;
            }

            Traffic.Name(i, named);
            _executed[i] = action;
        }
    }

    /// <summary>All who may move leave their cells, then enter the next.</summary>
    private void MoveOn()
    {
        for (var i = 0; i < _robots.Length; i++)
        {
            if (Traffic.Moves(i))
            {
                Floor.TakeRobot(_robots[i].Cell);
                if (_robots[i].Shelf > 0)
                {
                    Floor.TakeShelf(_robots[i].Cell);
                }
            }
            else if (Traffic.Named(i) != _robots[i].Cell)
            {
                _executed[i] = RwareAction.Stay;
            }
        }

        for (var i = 0; i < _robots.Length; i++)
        {
            if (Traffic.Moves(i))
            {
                ref var robot = ref _robots[i];
                robot.Cell = Traffic.Named(i);
                Floor.PutRobot(robot.Cell, i, robot.Facing);
                if (robot.Shelf > 0)
                {
                    _shelfCells[robot.Shelf] = robot.Cell;
                    Floor.PutShelf(robot.Cell, robot.Shelf, Orders.IsWanted(robot.Shelf));
                }
            }
        }
    }

    /// <summary>Turns, takes up and puts down.</summary>
    private void Act(Span<float> rewards)
    {
        for (var i = 0; i < _robots.Length; i++)
        {
            ref var robot = ref _robots[i];
            switch (_executed[i])
            {
                case RwareAction.Left or RwareAction.Right:
                    robot.Facing = _executed[i] == RwareAction.Left ? robot.Facing.ToLeft() : robot.Facing.ToRight();
                    Floor.PutRobot(robot.Cell, i, robot.Facing);
                    break;
                case RwareAction.Toggle when robot.Shelf == 0:
                    robot.Shelf = Floor.Shelves[robot.Cell];
                    break;
                case RwareAction.Toggle when !Map.IsHighway(robot.Cell):
                    rewards[i] += robot.HasDelivered ? 0.5f : 0f;
                    (robot.Shelf, robot.HasDelivered) = (0, false);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>Wanted shelves on goals are delivered.</summary>
    /// <returns>Whether any was.</returns>
    private bool Deliver(Span<float> rewards)
    {
        var delivers = false;
        foreach (var goal in Map.Goals)
        {
            var shelf = Floor.Shelves[goal];
            if (shelf > 0 && Orders.IsWanted(shelf))
            {
                delivers = true;
                var next = Orders.Replace(shelf, _random);
                Floor.MarkShelf(goal, false);
                Floor.MarkShelf(_shelfCells[next], true);
                // Goals are corridors: a shelf there is carried.
                Pay(Floor.Robots[goal] - 1, rewards);
            }
        }

        return delivers;
    }

    private void Pay(int carrier, Span<float> rewards)
    {
        switch (_options.Reward)
        {
            case RwareReward.Global:
                for (var i = 0; i < rewards.Length; i++)
                {
                    rewards[i] += 1f;
                }

                break;
            case RwareReward.TwoStage:
                _robots[carrier].HasDelivered = true;
                rewards[carrier] += 0.5f;
                break;
            default:
                rewards[carrier] += 1f;
                break;
        }
    }

    private void Furnish()
    {
        Floor.Clear();
        for (ushort shelf = 1; shelf < _shelfCells.Length; shelf++)
        {
            Floor.PutShelf(_shelfCells[shelf], shelf, Orders.IsWanted(shelf));
        }

        for (var i = 0; i < _robots.Length; i++)
        {
            Floor.PutRobot(_robots[i].Cell, i, _robots[i].Facing);
        }
    }
}
