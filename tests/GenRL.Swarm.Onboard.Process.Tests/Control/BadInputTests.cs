using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Onboard.Health;
using GenRL.Swarm.Onboard.Process.Tests.Flights;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Onboard.Process.Tests.Control;

/// <summary>Bad frames on the bus: each is counted under one reason, and the robot flies on.</summary>
public sealed class BadInputTests
{
    [Fact]
    public async Task Rubbish_on_every_topic_is_counted_and_harmless()
    {
        using var folder = new TempFolder();
        await using var rig = new RobotRig(folder);
        await rig.SendAsync(new GoalAssignment(1, new Vector2(5f, 0f), Active: true));
        var random = new RandomStream(3, 0, 0);
        for (var n = 0; n < 20; n++)
        {
            var bytes = new byte[random.NextInt32(600)];
            foreach (ref var b in bytes.AsSpan())
            {
                b = (byte)random.NextInt32(256);
            }

            rig.Bus.Publish(rig.Bus.Topic("swarm/test/r0/sensors"), bytes, BusDelivery.BestEffort);
            rig.Bus.Publish(rig.Bus.Topic("swarm/test/r0/goal"), bytes, BusDelivery.BestEffort);
            rig.Bus.Publish(rig.Bus.Topic("swarm/test/r3/intent"), bytes, BusDelivery.BestEffort);
            rig.Bus.Publish(rig.Bus.Topic("swarm/test/r3/hello"), bytes, BusDelivery.BestEffort);
            rig.Tick();
        }

        Assert.True(Refused(rig.Ports.Sensors.Frames) >= 19);
        Assert.True(Refused(rig.Ports.Goals.Frames) >= 19);
        Assert.True(Refused(rig.Ports.Intentions.Frames) >= 19);
        await Eventually.HoldsAsync(() => Refused(rig.Ports.Hellos.Frames) >= 19, () => "HELLOs are not counted");
        Assert.True(rig.Command.Velocity.X > 0.5f, $"{rig.Command}");
    }

    [Fact]
    public async Task A_sensor_frame_that_is_old_or_repeated_or_from_the_future_leaves_the_newest()
    {
        using var folder = new TempFolder();
        await using var rig = new RobotRig(folder);
        rig.Tick();
        var frames = rig.Ports.Sensors.Frames;
        await PublishAsync(rig, rig.Clock.Now, FrameError.Replayed);
        await PublishAsync(rig, rig.Clock.Now.Plus(-2.0), FrameError.Stale);
        await PublishAsync(rig, rig.Clock.Now.Plus(2.0), FrameError.Stale);
        Assert.Equal(1, frames[FrameError.Replayed]);
        Assert.Equal(2, frames[FrameError.Stale]);
        rig.Tick();
        Assert.NotEqual(ShieldReason.StaleSensors, rig.Command.Reason);
    }

    [Fact]
    public async Task Sensors_that_are_not_numbers_make_it_brake_until_they_are()
    {
        using var folder = new TempFolder();
        await using var rig = new RobotRig(folder);
        await rig.SendAsync(new GoalAssignment(1, new Vector2(5f, 0f), Active: true));
        rig.Tick();
        rig.Position = new Vector2(float.NaN, 0f);
        rig.Tick();
        await Eventually.HoldsAsync(() => rig.Command.Reason == ShieldReason.NotFinite && rig.Command.Velocity == Vector2.Zero, () => $"{rig.Command}");
        rig.Position = Vector2.Zero;
        rig.Tick();
        rig.Tick();
        await Eventually.HoldsAsync(() => rig.Command.Velocity.X > 0.1f, () => $"{rig.Command}");
    }

    [Fact]
    public async Task An_intention_on_anothers_topic_is_refused_and_a_replayed_one_taken_once()
    {
        using var folder = new TempFolder();
        await using var rig = new RobotRig(folder);
        rig.Tick();
        var bytes = new byte[IntentionCodec.Length];
        var now = (ushort)(rig.Clock.Now.Nanoseconds / 1_000_000);
        IntentionCodec.Write(new IntentionFrame(1, 99, new RobotId(3), IntentionFlags.None, now, 1, 0, 0, new Vector2(2f, 2f), default, default, 1, 1), bytes);
        rig.Bus.Publish(rig.Bus.Topic("swarm/test/r2/intent"), bytes, BusDelivery.BestEffort);
        rig.Bus.Publish(rig.Bus.Topic("swarm/test/r3/intent"), bytes, BusDelivery.BestEffort);
        rig.Bus.Publish(rig.Bus.Topic("swarm/test/r3/intent"), bytes, BusDelivery.BestEffort);
        rig.Sense();
        rig.Loop.Step();
        rig.Loop.Tick();
        Assert.Equal(1, rig.Ports.Intentions.Frames[FrameError.WrongSender]);
        Assert.Equal(1, rig.Agent.Frames[FrameError.None]);
        Assert.Equal(1, rig.Agent.Frames[FrameError.Replayed]);
    }

    private static long Refused(FrameCounters frames) => Enum.GetValues<FrameError>().Where(e => e != FrameError.None).Sum(e => frames[e]);

    private static async Task PublishAsync(RobotRig rig, Stamp stamp, FrameError expected)
    {
        var bytes = new byte[SensorCodec.MaxLength];
        var length = SensorCodec.Write(new StepNumber(1), new SensorFrame { Stamp = stamp }, bytes);
        var before = rig.Ports.Sensors.Frames[expected];
        rig.Bus.Publish(rig.Bus.Topic("swarm/test/r0/sensors"), bytes.AsSpan(0, length), BusDelivery.BestEffort);
        await Eventually.HoldsAsync(() => rig.Ports.Sensors.Frames[expected] > before, () => $"{expected} is not counted");
    }
}
