using GenRL.Swarm.Messaging;
using GenRL.Swarm.Sim.Orders;

namespace GenRL.Swarm.Sim.Process.Tests;

public sealed class RealTimeTests
{
    [Fact]
    public void PeriodicClock_WakesAfterEveryDeadline_AndCounts()
    {
        var clock = new PeriodicClock(TimeSpan.FromMilliseconds(5));
        var started = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 20; i++)
        {
            clock.WaitForNext();
        }

        var result = clock.Result();
        Assert.True(TimeProvider.System.GetElapsedTime(started) >= TimeSpan.FromMilliseconds(99));
        Assert.Equal(20, result.Steps);
        Assert.True(result.P50Us <= result.P99Us && result.P99Us <= result.MaxUs);
        Assert.True(result.MaxUs > 0);
    }

    [Fact]
    public async Task Run_PublishesUntilItIsStopped()
    {
        await using var bus = new InProcessBus();
        using var stop = new CancellationTokenSource();
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bus.Subscribe("swarm/demo/world/state", BusDelivery.BestEffort, (_, payload) =>
        {
            if (OrderJson.ReadState(payload)!.Robots.Length == 4)
            {
                seen.TrySetResult();
            }
        });
        var running = Task.Factory.StartNew(
            () => SimProcess.Run(new SimSettings(), bus, TimeProvider.System, stop.Token), CancellationToken.None, TaskCreationOptions.LongRunning,
            TaskScheduler.Default);

        await seen.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await stop.CancelAsync();
        var timing = await running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.True(timing.Steps >= 5);
    }
}
