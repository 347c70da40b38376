using System.Diagnostics.Metrics;
using System.Numerics;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Onboard.Process.Tests.Control;

public sealed class AllocationTests
{
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
        Assert.True(rig.Command.Velocity.X > 0.5f, $"{rig.Command}");
    }

    private static long Measure(Action action)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
