using System.Numerics;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Messaging.Broker;
using GenRL.Swarm.Messaging.Mqtt;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TickLog;
using GenRL.Swarm.TickLog.Reading;
using GenRL.Swarm.TickLog.Writing;

namespace GenRL.Swarm.Onboard.Process.Tests.Flights;

/// <summary>The real process on a real broker.</summary>
public sealed class ProcessFlightTests
{
    [Fact]
    public async Task It_flies_to_its_goal_and_what_it_logged_is_readable_after_a_kill()
    {
        using var folder = new TempFolder();
        using var signer = OnboardChild.Prepare(folder);
        await using var broker = await BrokerProcess.StartAsync(new BrokerOptions { Folder = folder["broker"] }, TestContext.Current.CancellationToken);
        await using var bus = new MqttBus(new MqttBusOptions { ClientId = "world", Port = broker.Port }, TimeProvider.System);
        await bus.ReadyAsync(TestContext.Current.CancellationToken);
        await using var world = new FakeWorld(bus);
        world.Send(new GoalAssignment(1, new Vector2(1.5f, 0.5f), Active: true));
        using var robot = new OnboardChild(folder, broker.Port);

        await Eventually.HoldsAsync(() => Vector2.Distance(world.Position, new Vector2(1.5f, 0.5f)) < 0.3f, () => $"{world.Describe}: {robot.Output}");
        robot.Kill();

        Assert.Equal(1, TickLogFolder.Adopt(folder["logs/r0"], FakeWorld.Robot));
        var log = Assert.Single(TickLogFolder.Finished(folder["logs/r0"]));
        var (steps, ticks, events) = Read(log);
        Assert.True(steps > 20, $"{steps} steps");
        Assert.True(ticks > 3, $"{ticks} ticks");
        Assert.Contains(events, e => e.Kind == "goal");
    }

    [Fact]
    public async Task On_sigterm_it_stands_still_finishes_its_log_and_ends_with_0()
    {
        using var folder = new TempFolder();
        using var signer = OnboardChild.Prepare(folder);
        await using var broker = await BrokerProcess.StartAsync(new BrokerOptions { Folder = folder["broker"] }, TestContext.Current.CancellationToken);
        await using var bus = new MqttBus(new MqttBusOptions { ClientId = "world", Port = broker.Port }, TimeProvider.System);
        await bus.ReadyAsync(TestContext.Current.CancellationToken);
        await using var world = new FakeWorld(bus);
        world.Send(new GoalAssignment(1, new Vector2(50f, 0f), Active: true));
        using var robot = new OnboardChild(folder, broker.Port);
        await Eventually.HoldsAsync(() => world.Command.X > 0.5f, () => $"{world.Describe}: {robot.Output}");

        Assert.InRange(robot.ResidentBytes, 1, 130_000_000);
        Assert.Equal(0, await robot.StopAsync());

        await Eventually.HoldsAsync(() => world.Command == Vector2.Zero, () => $"{world.Command}");
        var (steps, _, _) = Read(Assert.Single(TickLogFolder.Finished(folder["logs/r0"])));
        Assert.True(steps > 0);
        Assert.Equal(0, TickLogFolder.Adopt(folder["logs/r0"], FakeWorld.Robot));
    }

    private static (int Steps, int Ticks, List<LogEvent> Events) Read(string path)
    {
        using var reader = new TickLogReader(File.OpenRead(path));
        var (steps, ticks, events) = (0, 0, new List<LogEvent>());
        foreach (var entry in reader)
        {
            steps += entry.Kind == EntryKind.Step ? 1 : 0;
            ticks += entry.Kind == EntryKind.Tick ? 1 : 0;
            if (entry.Kind == EntryKind.Event)
            {
                events.Add(entry.ToEvent());
            }
        }

        return (steps, ticks, events);
    }
}
