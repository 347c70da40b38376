using System.Numerics;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Sim.Refereeing;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Orders;

/// <summary>
/// Takes a world through the missions of an order: idle -> staging -> mission -> ... -> idle. Knows neither bus nor clock: it counts control
/// steps. Not thread-safe.
/// </summary>
public sealed class MissionControl
{
    private readonly World _world;
    private readonly Referee _referee;
    private readonly Vector2[] _places;
    private RunOrder _order = RunOrder.StopAll;
    private IScenario[] _scenarios = [];
    private int _next;

    /// <summary>Controls <paramref name="world"/>, judged by <paramref name="referee"/>.</summary>
    public MissionControl(World world, Referee referee)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(referee);
        (_world, _referee) = (world, referee);
        _places = new Vector2[world.Robots];
    }

    /// <summary>What the world is busy with.</summary>
    public WorldPhase Phase { get; private set; }

    /// <summary>The run's name.</summary>
    public string Run => _order.Run ?? "";

    /// <summary>Missions of this run flown to their end.</summary>
    public int Flown { get; private set; }

    /// <summary>Whether all robots reached their starting places before the run's first mission.</summary>
    public bool Staged { get; private set; }

    /// <summary>Number of the present mission, counted since the start and over all runs; -1 outside missions.</summary>
    public int Mission => Phase == WorldPhase.Mission ? _next - 1 : -1;

    /// <summary>The scenario of the present mission; empty outside missions.</summary>
    public string Scenario => Phase == WorldPhase.Mission ? ScenarioOf(Flown).Name : "";

    /// <summary>Grows whenever the robots' goals change.</summary>
    public int GoalsVersion { get; private set; }

    /// <summary>What robot <paramref name="robot"/> is asked to do.</summary>
    public GoalAssignment Goal(int robot) => new(Mission, _places[robot], Phase != WorldPhase.Idle);

    /// <summary>Begins what <paramref name="order"/> says, whatever was going on.</summary>
    /// <returns>Null, or why the order is refused; what was going on then goes on.</returns>
    public string? Obey(RunOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        try
        {
            var fault = order.Fault();
            if (fault is not null || order.Stop)
            {
                return fault ?? StopRun();
            }

            IScenario[] scenarios = [.. order.Scenarios.Select(ScenarioList.Find)];
            var misfit = Array.Find(scenarios, scenario => !HasOurWalls(scenario.Describe(_world.Robots)));
            if (misfit is not null)
            {
                return $"scenario '{misfit.Name}' needs another world than this one";
            }

            if (order.Floor is { } floor)
            {
                _world.Floor = floor.ToFloor();
            }

            (_order, _scenarios, Flown, Staged) = (order, scenarios, 0, false);
            Send(WorldPhase.Staging, 0);
            return null;
        }
        catch (ArgumentException error)
        {
            return error.Message;
        }
    }

    /// <summary>Judges the world after a control step and goes on to what is next.</summary>
    /// <returns>The mission that ended with this step; null when none did.</returns>
    public MissionStatistics? Advance()
    {
        if (Phase == WorldPhase.Idle)
        {
            return null;
        }

        _referee.Judge();
        if (Phase == WorldPhase.Staging)
        {
            if (_referee.AllAtGoal || _referee.Seconds >= _order.StagingSeconds)
            {
                Staged = _referee.AllAtGoal;
                Send(WorldPhase.Mission, 1);
            }

            return null;
        }

        if (_referee.Seconds < _order.MissionSeconds)
        {
            return null;
        }

        var result = _referee.Result();
        if (++Flown < _order.Missions)
        {
            Send(WorldPhase.Mission, Flown + 1);
        }
        else
        {
            StopRun();
        }

        return result;
    }

    /// <summary>The scenario of mission <paramref name="index"/> of the run.</summary>
    public IScenario ScenarioOf(int index) => _scenarios[(int)((long)index * _scenarios.Length / _order.Missions)];

    private void Send(WorldPhase phase, int place)
    {
        Phase = phase;
        _next += phase == WorldPhase.Mission ? 1 : 0;
        ScenarioOf(Math.Max(0, place - 1)).Places(_order.Seed, place, _places);
        _referee.Start(Mission, _places);
        GoalsVersion++;
    }

    private string? StopRun()
    {
        Phase = WorldPhase.Idle;
        GoalsVersion++;
        return null;
    }

    private bool HasOurWalls(WorldDescription description) =>
        description.ArenaHalfSize == _world.Description.ArenaHalfSize && description.Walls.SequenceEqual(_world.Description.Walls)
        && description.Discs.SequenceEqual(_world.Description.Discs);
}
