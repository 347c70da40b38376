using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Dynamics;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Orders;
using GenRL.Swarm.Sim.Refereeing;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Tests.Orders;

public sealed class MissionControlTests
{
    private static readonly RunOrder Order = new() { Run = "A", Seed = 7, Missions = 2, MissionSeconds = 4d, Scenarios = ["random-goals"] };

    private readonly World _world = new(
        WorldDescription.Open(2.5f), new Floor(ActuatorModel.Nominal, 0f, 0f), SensorSuite.Default, [RobotBody.Holonomic, RobotBody.Holonomic]);

    private readonly MissionControl _control;

    public MissionControlTests()
    {
        _world.Reset(1, [new Vector2(-1f, 0f), new Vector2(1f, 0f)]);
        _control = new MissionControl(_world, new Referee(_world));
    }

    [Fact]
    public void ARun_IsStagedThenFlown_AndEndsIdle()
    {
        Assert.Null(_control.Obey(Order));
        Assert.Equal(WorldPhase.Staging, _control.Phase);
        Assert.Equal((-1, true), (_control.Goal(0).Mission, _control.Goal(0).Active));
        Assert.Equal(Place(7, 0, 0), _control.Goal(0).Goal);

        Assert.Null(FlyUntil(() => _control.Phase == WorldPhase.Mission));
        Assert.True(_control.Staged);
        Assert.Equal(Place(7, 1, 1), _control.Goal(1).Goal);
        Assert.Equal(0, _control.Mission);
        Assert.Equal("random-goals", _control.Scenario);

        var first = FlyUntil(() => _control.Flown == 1);
        Assert.Equal((0, 4d, true), (first!.Mission, first.Seconds, first.Arrived));
        Assert.Equal(Place(7, 2, 0), _control.Goal(0).Goal);
        Assert.Equal(1, _control.Goal(0).Mission);

        Assert.Equal(1, FlyUntil(() => _control.Flown == 2)!.Mission);
        Assert.Equal(WorldPhase.Idle, _control.Phase);
        Assert.False(_control.Goal(0).Active);
    }

    [Fact]
    public void Staging_ThatNobodyFinishes_EndsByTime_AndSaysSo()
    {
        _control.Obey(Order with { StagingSeconds = 1d });

        for (var i = 0; i < 49; i++)
        {
            Step(Vector2.Zero);
        }

        Assert.Equal(WorldPhase.Staging, _control.Phase);
        Step(Vector2.Zero);
        Assert.Equal(WorldPhase.Mission, _control.Phase);
        Assert.False(_control.Staged);
    }

    [Fact]
    public void Scenarios_ShareTheMissionsInBlocks()
    {
        _control.Obey(Order with { Scenarios = ["crossing", "random-goals"], Missions = 5 });

        Assert.Equal(
            ["crossing", "crossing", "crossing", "random-goals", "random-goals"], Enumerable.Range(0, 5).Select(i => _control.ScenarioOf(i).Name));
    }

    [Fact]
    public void EqualSeeds_GiveEqualGoals_WhereverTheRobotsAre()
    {
        Assert.Equal(GoalsOf(Order), GoalsOf(Order with { Run = "C" }));
        Assert.NotEqual(GoalsOf(Order), GoalsOf(Order with { Seed = 8 }));
    }

    [Fact]
    public void AnOrdersFloor_IsLaid_AndNoneLeavesItAsItIs()
    {
        _control.Obey(Order with { Floor = FloorOrder.Of(Floor.SteelHall) });
        Assert.Equal(Floor.SteelHall, _world.Floor);

        _control.Obey(Order);
        Assert.Equal(Floor.SteelHall, _world.Floor);
    }

    [Fact]
    public void Stop_ClearsTheGoals()
    {
        _control.Obey(Order);
        var version = _control.GoalsVersion;

        Assert.Null(_control.Obey(RunOrder.StopAll));

        Assert.Equal(WorldPhase.Idle, _control.Phase);
        Assert.True(_control.GoalsVersion > version);
        Assert.False(_control.Goal(1).Active);
    }

    [Fact]
    public void ARefusedOrder_NamesTheReason_AndChangesNothing()
    {
        _control.Obey(Order);

        Assert.Contains("'maze'", _control.Obey(Order with { Scenarios = ["maze"] }), StringComparison.Ordinal);
        Assert.Contains("'doorway' needs another world", _control.Obey(Order with { Scenarios = ["crossing", "doorway"] }), StringComparison.Ordinal);
        Assert.Contains("TimeConstant", _control.Obey(Order with { Floor = new FloorOrder { TimeConstantS = -1f } }), StringComparison.Ordinal);
        Assert.Contains("gain", _control.Obey(Order with { Floor = new FloorOrder { Gain = [1f] } }), StringComparison.Ordinal);
        Assert.Contains("missions", _control.Obey(Order with { Missions = 0 }), StringComparison.Ordinal);
        Assert.Equal(WorldPhase.Staging, _control.Phase);
        Assert.Equal("A", _control.Run);
        Assert.Equal(ActuatorModel.Nominal, _world.Floor.Actuators);
    }

    private List<Vector2> GoalsOf(RunOrder order)
    {
        var goals = new List<Vector2>();
        _control.Obey(order with { StagingSeconds = 0d });
        while (_control.Phase != WorldPhase.Idle)
        {
            Step(Vector2.Zero);
            goals.Add(_control.Goal(0).Goal);
        }

        return goals;
    }

    private MissionStatistics? FlyUntil(Func<bool> done)
    {
        for (var i = 0; i < 5000; i++)
        {
            var ended = Step(null);
            if (done())
            {
                return ended;
            }
        }

        throw new InvalidOperationException("the run does not get there");
    }

    /// <summary>One step of go-to-goal, or of the given command.</summary>
    private MissionStatistics? Step(Vector2? command)
    {
        _world.Step([.. Enumerable.Range(0, 2).Select(i => command ?? (1.5f * (_control.Goal(i).Goal - _world.Truth(i).Position)))]);
        return _control.Advance();
    }

    private static Vector2 Place(ulong seed, int mission, int robot)
    {
        var places = new Vector2[2];
        ScenarioList.Find("random-goals").Places(seed, mission, places);
        return places[robot];
    }
}
