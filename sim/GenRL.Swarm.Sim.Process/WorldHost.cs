using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Sim.Orders;
using GenRL.Swarm.Sim.Refereeing;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Process;

/// <summary>
/// One world on the bus: (orders) -> commands -> move -> judge -> sense -> publish. A step moves the world to the present under the commands that
/// answer the frames of the step before, as lock step does; the bus adds no delay as long as robots answer within a step. Knows no clock: whoever
/// calls <see cref="Step"/> gives the time. One thread steps; the bus's thread only fills <see cref="CommandTable"/> and the order.
/// </summary>
internal sealed class WorldHost
{
    private readonly ISwarmBus _bus;
    private readonly World _world;
    private readonly Referee _referee;
    private readonly MissionControl _missions;
    private readonly CommandTable _table;
    private readonly Func<TimingResult?> _timing;
    private readonly BusTopic[] _sensors;
    private readonly BusTopic[] _goals;
    private readonly BusTopic _state;
    private readonly BusTopic _result;
    private readonly Vector2[] _commands;
    private readonly bool[] _commanded;
    private readonly SensorFrame _frame = new();
    private readonly byte[] _bytes = new byte[SensorCodec.MaxLength];
    private byte[]? _order;
    private int _goalsPublished = -1;
    private long _staleCommands;

    /// <summary>Puts <paramref name="world"/> on <paramref name="bus"/>: subscribes at once.</summary>
    /// <param name="bus">The bus; stays the caller's.</param>
    /// <param name="fleet">The fleet's name in topics.</param>
    /// <param name="world">The world, its robots in their places.</param>
    /// <param name="clock">The fleet's clock, read on the bus's thread when a command comes.</param>
    /// <param name="timing">How punctual the caller is, for results; may return null.</param>
    public WorldHost(ISwarmBus bus, string fleet, World world, Func<Stamp> clock, Func<TimingResult?> timing)
    {
        (_bus, _world, _timing) = (bus, world, timing);
        _referee = new Referee(world);
        _missions = new MissionControl(world, _referee);
        _table = new CommandTable(world.Robots);
        _commands = new Vector2[world.Robots];
        _commanded = new bool[world.Robots];
        _sensors = RobotTopics(fleet, Topics.Sensors);
        _goals = RobotTopics(fleet, Topics.Goal);
        _state = bus.Topic(Topics.World(fleet, "state"));
        _result = bus.Topic(Topics.World(fleet, "result"));
        bus.Subscribe(Topics.AllRobots(fleet, Topics.Command), BusDelivery.BestEffort, (topic, payload) => _table.Take(topic, payload, clock()));
        bus.Subscribe(Topics.World(fleet, "control"), BusDelivery.AtLeastOnce, (_, payload) => Interlocked.Exchange(ref _order, payload.ToArray()));
    }

    /// <summary>Messages on command topics that were no commands.</summary>
    public long RejectedCommands => _table.Rejected;

    /// <summary>One control step, ending at <paramref name="now"/> on the fleet's clock.</summary>
    public void Step(Stamp now)
    {
        if (Interlocked.Exchange(ref _order, null) is { } order)
        {
            Obey(order);
        }

        for (var i = 0; i < _commands.Length; i++)
        {
            _commanded[i] = _table.TryRead(i, now, out _commands[i]);
            _staleCommands += _commanded[i] || _missions.Phase != WorldPhase.Mission ? 0 : 1;
        }

        _world.Step(_commands);
        var ended = _missions.Advance();
        if (ended is not null)
        {
            Report(ended);
        }

        PublishGoals();
        PublishSensors(now);
        if (_world.StepCount % PlanShape.StepsPerTick == 0)
        {
            _bus.Publish(_state, OrderJson.Write(State(now)), BusDelivery.BestEffort);
        }
    }

    private void Obey(byte[] bytes)
    {
        var run = _missions.Run;
        var wasFlying = _missions.Phase != WorldPhase.Idle;
        var order = OrderJson.Read(bytes, out var fault);
        fault ??= _missions.Obey(order!);
        if (fault is not null)
        {
            Publish(WorldResultKind.Refused, order?.Run ?? "", fault, null);
            return;
        }

        _staleCommands = 0;
        if (wasFlying)
        {
            Publish(WorldResultKind.Run, run, "another order came", null);
        }
    }

    private void Report(MissionStatistics mission)
    {
        var index = _missions.Flown - 1;
        var result = new MissionResult(
            mission.Mission, index, _missions.ScenarioOf(index).Name, mission.Success, mission.Arrived, mission.SecondsToGoal,
            mission.RobotCollisions, mission.WallCollisions, mission.SmallestDistance, mission.PathLength, _staleCommands);
        _staleCommands = 0;
        Publish(WorldResultKind.Mission, _missions.Run, null, result);
        if (_missions.Phase == WorldPhase.Idle)
        {
            Publish(WorldResultKind.Run, _missions.Run, null, null);
        }
    }

    private void Publish(WorldResultKind kind, string run, string? reason, MissionResult? mission)
    {
        var result = new WorldResult(kind, run, reason, mission, _missions.Flown, _missions.Staged, _timing());
        _bus.Publish(_result, OrderJson.Write(result), BusDelivery.AtLeastOnce);
    }

    private void PublishGoals()
    {
        if (_goalsPublished == _missions.GoalsVersion)
        {
            return;
        }

        _goalsPublished = _missions.GoalsVersion;
        for (var i = 0; i < _goals.Length; i++)
        {
            GoalCodec.Write(_missions.Goal(i), _bytes);
            _bus.Publish(_goals[i], _bytes.AsSpan(0, GoalCodec.Length), BusDelivery.Latched);
        }
    }

    private void PublishSensors(Stamp now)
    {
        for (var i = 0; i < _sensors.Length; i++)
        {
            _world.Sense(i, _frame);
            _frame.Stamp = now;
            var length = SensorCodec.Write(new StepNumber(_world.StepCount), _frame, _bytes);
            _bus.Publish(_sensors[i], _bytes.AsSpan(0, length), BusDelivery.BestEffort);
        }
    }

    private WorldState State(Stamp now)
    {
        var robots = new RobotTruth[_world.Robots];
        for (var i = 0; i < robots.Length; i++)
        {
            var truth = _world.Truth(i);
            var goal = _missions.Goal(i);
            robots[i] = new RobotTruth(
                new RobotId((ushort)i).ToString(), truth.Position.X, truth.Position.Y, truth.Heading, _world.Body(i).Radius,
                goal.Active ? goal.Goal.X : null, goal.Active ? goal.Goal.Y : null, _missions.Mission >= 0 && _referee.HasCollided(i), _commanded[i]);
        }

        var half = _world.Description.ArenaHalfSize;
        float[][] walls = [.. _world.Description.Walls.Select(wall => new[] { wall.From.X, wall.From.Y, wall.To.X, wall.To.Y })];
        var seconds = _missions.Phase == WorldPhase.Mission ? _referee.Seconds : 0d;
        return new WorldState(now.Nanoseconds, _missions.Phase, _missions.Run, _missions.Mission, seconds, [half.X, half.Y], walls, robots);
    }

    private BusTopic[] RobotTopics(string fleet, string kind) =>
        [.. Enumerable.Range(0, _world.Robots).Select(robot => _bus.Topic(Topics.Robot(fleet, new RobotId((ushort)robot), kind)))];
}
