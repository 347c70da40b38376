using System.Diagnostics.Metrics;
using System.Numerics;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Onboard.Process.Tests.Control;

public sealed class AllocationTests
{
    private int _measured;

    [Fact]
    public async Task Steps_and_ticks_allocate_nothing_with_log_and_metrics_attached()
    {
        using var folder = new TempFolder();
        await using var rig = new RobotRig(folder);
        OnboardMeter.Observe(rig.Account, rig.Ports, rig.Agent);
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => l.EnableMeasurementEvents(instrument) };
        listener.Start();
        await rig.SendAsync(new GoalAssignment(1, new Vector2(5f, 0f), Active: true));
        // One thread from here on, as in the process.
        for (var n = 0; n < 60; n++)
        {
            rig.Tick();
        }

        var (inSteps, inTicks) = (0L, 0L);
        for (var n = 0; n < 40; n++)
        {
            for (var i = 0; i < PlanShape.StepsPerTick; i++)
            {
                rig.Sense();
                inSteps += Measure(rig.Loop.Step);
            }

            inTicks += Measure(rig.Loop.Tick);
            listener.RecordObservableInstruments();
        }

        Assert.Equal((0L, 0L), (inSteps, inTicks));
        Assert.True(_measured > 200, $"{_measured} of 240 measured");
        Assert.True(rig.Command.Velocity.X > 0.5f, $"{rig.Command}");
    }

    /// <summary>
    /// Bytes that <paramref name="action"/> allocates. A collection meanwhile, which another thread's garbage may bring on, takes away the rest of this
    /// thread's allocation context and counts it as allocated: such a call says nothing.
    /// </summary>
    private long Measure(Action action)
    {
        var collections = GC.CollectionCount(0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var disturbed = GC.CollectionCount(0) != collections;
        _measured += disturbed ? 0 : 1;
        return disturbed ? 0 : bytes;
    }
}
