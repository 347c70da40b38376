using System.Numerics;
using System.Text;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Sim.Orders;
using GenRL.Swarm.Sim.Worlds;

namespace GenRL.Swarm.Sim.Process.Tests;

public sealed class WorldHostTests : IAsyncDisposable
{
    private static readonly RunOrder Order = new() { Run = "A", Seed = 7, Missions = 2, MissionSeconds = 5d };

    private readonly RecordingBus _bus = new();
    private readonly World _world = SimProcess.NewWorld(new SimSettings { Robots = 1, Seed = 7 });
    private readonly WorldHost _host;
    private readonly SensorFrame _frame = new();
    private Stamp _now = new(1_000_000_000_000);

    public WorldHostTests() => _host = new WorldHost(_bus, "demo", _world, () => _now, () => new TimingResult(1, 0, 1, 1, 1));

    public ValueTask DisposeAsync() => _bus.DisposeAsync();

    [Fact]
    public void EveryStep_PublishesSensorFrames_OnTheFleetsClock()
    {
        Step();
        Step();

        var frames = _bus.Take("swarm/demo/r0/sensors");
        Assert.Equal(2, frames.Count);
        Assert.Equal(FrameError.None, SensorCodec.TryRead(frames[1], _frame, out var step));
        Assert.Equal((new StepNumber(2), _now), (step, _frame.Stamp));
        Assert.True(Vector2.Distance(_world.Truth(0).Position, _frame.Ego.Position) < 0.05f);
    }

    [Fact]
    public void ACommand_IsHeld_ThenBrakes_WhenOlderThanFifthOfASecond()
    {
        Command(Vector2.UnitX, _now);
        var speeds = new List<float>();
        for (var i = 0; i < 30; i++)
        {
            Step();
            speeds.Add(_world.Truth(0).Velocity.X);
        }

        Assert.Equal(10, 1 + speeds.IndexOf(speeds.Max()));
        Assert.True(speeds[^1] < 0.3f * speeds.Max());
    }

    [Fact]
    public void ACommandDatedInTheFuture_IsNoOlderThanItsArrival()
    {
        Command(Vector2.UnitX, _now.Plus(1e6));
        for (var i = 0; i < 11; i++)
        {
            Step();
        }

        var speed = _world.Truth(0).Velocity.X;
        Step();
        Assert.True(_world.Truth(0).Velocity.X < speed);
    }

    [Fact]
    public void AnOldCommand_IsNotObeyed()
    {
        Command(Vector2.UnitX, _now.Plus(-0.3));

        Step();

        Assert.Equal(0f, _world.Truth(0).Velocity.X);
    }

    [Fact]
    public void BadCommands_AreCounted_AndChangeNothing()
    {
        _bus.Deliver("swarm/demo/r0/command", []);
        _bus.Deliver("swarm/demo/r0/command", new byte[CommandCodec.Length]);
        _bus.Deliver("swarm/demo/r9/command", CommandBytes(Vector2.UnitX, _now));
        _bus.Deliver("swarm/demo/rx/command", CommandBytes(Vector2.UnitX, _now));
        _bus.Deliver("swarm/demo/r0/command", CommandBytes(new Vector2(float.NaN, 0f), _now));

        Step();

        Assert.Equal(5, _host.RejectedCommands);
        Assert.Equal(Vector2.Zero, _world.Truth(0).Velocity);
    }

    [Fact]
    public void Goals_AreLatched_AndPublishedOnlyWhenTheyChange()
    {
        Step();
        Assert.False(Goal().Active);
        Step();
        Assert.Empty(_bus.Take("swarm/demo/r0/goal"));

        Deliver(Order);
        Step();

        // The robot stands at its starting place already, so that staging is over at once.
        Assert.Equal(BusDelivery.Latched, _bus.Published.Single(message => message.Topic.EndsWith("goal", StringComparison.Ordinal)).Delivery);
        var goal = Goal();
        Assert.Equal((0, true), (goal.Mission, goal.Active));
        Assert.True(Vector2.Distance(goal.Goal, -_world.Truth(0).Position) < 1e-3f);
    }

    [Fact]
    public void ARunOfMissions_IsFlownAndReported()
    {
        Deliver(Order);
        var results = new List<WorldResult>();
        var goal = default(GoalAssignment);
        for (var i = 0; i < 600; i++)
        {
            Step();
            var goals = _bus.Take("swarm/demo/r0/goal");
            if (goals.Count > 0)
            {
                GoalCodec.TryRead(goals[^1], out goal);
            }

            SensorCodec.TryRead(_bus.Take("swarm/demo/r0/sensors")[0], _frame, out _);
            Command(goal.Active ? 1.5f * (goal.Goal - _frame.Ego.Position) : Vector2.Zero, _frame.Stamp);
            results.AddRange(_bus.Take("swarm/demo/world/result").Select(bytes => OrderJson.ReadResult(bytes)!));
        }

        Assert.Equal([WorldResultKind.Mission, WorldResultKind.Mission, WorldResultKind.Run], results.Select(result => result.Kind));
        Assert.All(results, result => Assert.Equal(("A", true), (result.Run, result.Staged)));
        Assert.All(results[..2], result => Assert.True(result.Mission!.Success));
        Assert.Equal([0, 1], results[..2].Select(result => result.Mission!.Number));
        Assert.Equal(2, results[2].Missions);
        Assert.Equal(0, results[1].Mission!.StaleCommands);
        Assert.InRange(results[0].Mission!.SecondsToGoal!.Value, 1d, 5d);
        Assert.NotNull(results[2].Timing);
        Assert.False(goal.Active);
    }

    [Fact]
    public void StaleCommands_AreThoseOfTheMission()
    {
        Deliver(Order with { MissionSeconds = 0.5 });
        for (var i = 0; i < 30; i++)
        {
            Step();
        }

        Assert.Equal(25, OrderJson.ReadResult(Assert.Single(_bus.Take("swarm/demo/world/result")))!.Mission!.StaleCommands);
    }

    [Fact]
    public void WorldState_IsPublishedAt10Hz()
    {
        Deliver(Order);
        for (var i = 0; i < 50; i++)
        {
            Step();
        }

        var states = _bus.Take("swarm/demo/world/state").Select(bytes => OrderJson.ReadState(bytes)!).ToArray();
        Assert.Equal(10, states.Length);
        Assert.Equal((WorldPhase.Mission, "A", 0), (states[^1].Phase, states[^1].Run, states[^1].Mission));
        var robot = Assert.Single(states[^1].Robots);
        Assert.Equal(("r0", _world.Truth(0).Position.X, false), (robot.Id, robot.XM, robot.Commanded));
        Assert.NotNull(robot.GoalXM);
        Assert.Equal(2.5f, states[^1].ArenaHalfSizeM[0]);
    }

    [Fact]
    public void ARefusedOrder_IsAnswered_AndTheRunGoesOn()
    {
        Deliver(Order);
        Step();
        _bus.Deliver("swarm/demo/world/control", Encoding.UTF8.GetBytes("{\"missions\":-1}"));
        Step();
        Deliver(Order with { Run = "X", Scenarios = ["doorway"] });
        Step();

        var results = _bus.Take("swarm/demo/world/result").Select(bytes => OrderJson.ReadResult(bytes)!).ToArray();
        Assert.Equal([WorldResultKind.Refused, WorldResultKind.Refused], results.Select(result => result.Kind));
        Assert.Contains("missions", results[0].Reason, StringComparison.Ordinal);
        Assert.Equal("X", results[1].Run);
        Assert.Contains("doorway", results[1].Reason, StringComparison.Ordinal);
        Assert.True(Goal().Active);
    }

    [Fact]
    public void AnotherOrder_EndsTheRun_AndStopClearsTheGoals()
    {
        Deliver(Order);
        Step();
        Deliver(RunOrder.StopAll);
        Step();

        var ended = OrderJson.ReadResult(Assert.Single(_bus.Take("swarm/demo/world/result")))!;
        Assert.Equal((WorldResultKind.Run, "A", "another order came"), (ended.Kind, ended.Run, ended.Reason));
        Assert.False(Goal().Active);
    }

    private void Step()
    {
        _now = _now.Plus(0.02);
        _host.Step(_now);
    }

    private GoalAssignment Goal()
    {
        Assert.Equal(FrameError.None, GoalCodec.TryRead(_bus.Take("swarm/demo/r0/goal")[^1], out var goal));
        return goal;
    }

    private void Deliver(RunOrder order) => _bus.Deliver("swarm/demo/world/control", OrderJson.Write(order));

    private void Command(Vector2 velocity, Stamp stamp) => _bus.Deliver("swarm/demo/r0/command", CommandBytes(velocity, stamp));

    private static byte[] CommandBytes(Vector2 velocity, Stamp stamp)
    {
        var bytes = new byte[CommandCodec.Length];
        CommandCodec.Write(new CommandFrame(new StepNumber(1), stamp, velocity, ShieldReason.None), bytes);
        return bytes;
    }
}
