using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Contracts.Tests.Wire;

/// <summary>Each named reason, and what the writers do with values out of range.</summary>
public sealed class CodecErrorTests
{
    private static readonly SensorFrame Sensors = new() { RayCount = 2, NeighbourCount = 1 };

    [Fact]
    public void Another_version_or_kind_is_named()
    {
        var bytes = Frames.Encode(new GoalAssignment(1, Vector2.One, true));
        Assert.Equal(FrameError.UnknownVersion, GoalCodec.TryRead(Changed(bytes, 0, 2), out _));
        Assert.Equal(FrameError.UnknownCodec, GoalCodec.TryRead(Changed(bytes, 1, (byte)'C'), out _));
        var intention = Frames.Encode(default(IntentionFrame));
        Assert.Equal(FrameError.UnknownVersion, IntentionCodec.TryRead(CodecPropertyTests.Reseal([0x40, .. intention[1..]], isIntention: true), out _));
        Assert.Equal(FrameError.UnknownCodec, IntentionCodec.TryRead(CodecPropertyTests.Reseal([0x22, .. intention[1..]], isIntention: true), out _));
    }

    [Fact]
    public void A_sensor_frame_that_lies_about_its_counts_is_rejected_and_leaves_the_buffer_alone()
    {
        var bytes = Frames.Encode(new StepNumber(5), Sensors);
        var frame = new SensorFrame { RayCount = 77 };
        Assert.Equal(FrameError.TooMany, SensorCodec.TryRead(Changed(bytes, 2, 129), frame, out _));
        Assert.Equal(FrameError.TooMany, SensorCodec.TryRead(Changed(bytes, 3, 33), frame, out _));
        Assert.Equal(FrameError.WrongLength, SensorCodec.TryRead(Changed(bytes, 2, 3), frame, out _));
        Assert.Equal(FrameError.OutOfRange, SensorCodec.TryRead(Changed(bytes, bytes.Length - 4 - 22 + 1, 0x10), frame, out _));
        Assert.Equal(FrameError.WrongLength, SensorCodec.TryRead(new byte[100_000], frame, out _));
        Assert.Equal(77, frame.RayCount);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void Numbers_that_are_not_finite_are_rejected(float bad)
    {
        Assert.Equal(FrameError.OutOfRange, CommandCodec.TryRead(Frames.Encode(new CommandFrame(default, default, new Vector2(0, bad), default)), out _));
        Assert.Equal(FrameError.OutOfRange, GoalCodec.TryRead(Frames.Encode(new GoalAssignment(0, new Vector2(bad, 0), true)), out _));
        Assert.Equal(FrameError.OutOfRange, HelloCodec.TryRead(Frames.Encode(new HelloFrame(default, default, 0, 0, 1, default, 1, 1, bad)), out _));
    }

    [Fact]
    public void An_unknown_reason_flag_or_kind_is_rejected()
    {
        Assert.Equal(FrameError.OutOfRange, CommandCodec.TryRead(Changed(Frames.Encode(default(CommandFrame)), 2, 99), out _));
        Assert.Equal(FrameError.OutOfRange, GoalCodec.TryRead(Changed(Frames.Encode(default(GoalAssignment)), 2, 2), out _));
        var hello = Frames.Encode(new HelloFrame(default, default, 0, 0, 1, default, 1, 1, 1));
        Assert.Equal(FrameError.OutOfRange, HelloCodec.TryRead(Changed(hello, 21, 2), out _));
        Assert.Equal(FrameError.OutOfRange, HelloCodec.TryRead(Changed(hello, 3, 0x10), out _));
    }

    [Fact]
    public void An_intention_out_of_range_is_clipped_never_wrapped()
    {
        var bytes = Frames.Encode(default(IntentionFrame) with
        {
            Position = new Vector2(1e9f, float.NegativeInfinity),
            Velocity = new Vector2(100, -100),
            SpreadClass = 16,
            EpistemicClass = 255,
        });
        Assert.Equal(FrameError.None, IntentionCodec.TryRead(bytes, out var frame));
        Assert.True(Vector2.Distance(new Vector2(327.67f, -327.68f), frame.Position) < 1e-4f);
        Assert.True(Vector2.Distance(new Vector2(2.54f, -2.54f), frame.Velocity) < 1e-5f);
        Assert.Equal((15, 15), (frame.SpreadClass, frame.EpistemicClass));
    }

    [Fact]
    public void A_buffer_that_is_too_short_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentException>(() => IntentionCodec.Write(default, new byte[23]));
        Assert.Throws<ArgumentException>(() => SensorCodec.Write(default, Sensors, new byte[20]));
        Assert.Throws<ArgumentException>(() => CommandCodec.Write(default, new byte[30]));
        Assert.Throws<ArgumentException>(() => GoalCodec.Write(default, new byte[18]));
        Assert.Throws<ArgumentException>(() => HelloCodec.Write(default, new byte[37]));
        Assert.Throws<ArgumentException>(() => SensorCodec.Write(default, new SensorFrame { RayCount = 129 }, new byte[2000]));
    }

    [Fact]
    public void Coding_allocates_nothing()
    {
        var bytes = new byte[SensorCodec.MaxLength];
        var frame = new SensorFrame { RayCount = SensorFrame.MaxRays, NeighbourCount = SensorFrame.MaxNeighbours };
        var accepted = Code(10);

        // What coding allocates, every round allocates; what the runtime does once while it optimises the loop, it does in one.
        var least = long.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            accepted += Code(1000);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
        Assert.Equal(25050, accepted);

        int Code(int times)
        {
            var good = 0;
            for (var i = 0; i < times; i++)
            {
                var length = SensorCodec.Write(default, frame, bytes);
                good += SensorCodec.TryRead(bytes.AsSpan(0, length), frame, out _) == FrameError.None ? 1 : 0;
                IntentionCodec.Write(default, bytes);
                good += IntentionCodec.TryRead(bytes.AsSpan(0, IntentionCodec.Length), out _) == FrameError.None ? 1 : 0;
                CommandCodec.Write(default, bytes);
                good += CommandCodec.TryRead(bytes.AsSpan(0, CommandCodec.Length), out _) == FrameError.None ? 1 : 0;
                GoalCodec.Write(default, bytes);
                good += GoalCodec.TryRead(bytes.AsSpan(0, GoalCodec.Length), out _) == FrameError.None ? 1 : 0;
                HelloCodec.Write(new HelloFrame(default, default, 0, 0, 1, default, 1, 1, 1), bytes);
                good += HelloCodec.TryRead(bytes.AsSpan(0, HelloCodec.Length), out _) == FrameError.None ? 1 : 0;
            }

            return good;
        }
    }

    private static byte[] Changed(byte[] bytes, int at, byte value)
    {
        byte[] changed = [.. bytes];
        changed[at] = value;
        return CodecPropertyTests.Reseal(changed, isIntention: false);
    }
}
