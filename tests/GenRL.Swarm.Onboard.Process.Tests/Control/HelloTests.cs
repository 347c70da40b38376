using System.Numerics;
using GenRL.Swarm.Agent.Intentions;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Wire;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Models;
using GenRL.Swarm.Onboard.Process.Tests.Flights;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TestKit.Bundles;

namespace GenRL.Swarm.Onboard.Process.Tests.Control;

/// <summary>HELLOs from the bus to the models, and from the robot to the bus.</summary>
public sealed class HelloTests
{
    private const ushort TokenA = 777;
    private const ushort TokenB = 333;
    private static readonly RobotId Three = new(3);
    private static readonly Vector2 Place = new(2f, 2f);
    private byte _sequence;

    [Fact]
    public async Task Tokens_are_read_from_the_HELLO_on_that_names_this_codebook()
    {
        using var folder = new TempFolder();
        await using var rig = new RobotRig(folder);
        var ours = rig.First.Tokens.CodebookHash;

        await TellAsync(rig, (byte)ours);
        Assert.Null(rig.Ports.Hellos.Of(Three));
        Assert.False(HasGoal(rig));

        Assert.Equal(FrameError.None, await SayAsync(rig, Hello(rig, ours)));
        await TellAsync(rig, (byte)ours);
        Assert.True(HasGoal(rig));
    }

    [Fact]
    public async Task A_HELLO_that_agrees_in_the_low_8_bits_alone_gives_no_tokens()
    {
        using var folder = new TempFolder();
        await using var rig = new RobotRig(folder);
        var ours = rig.First.Tokens.CodebookHash;

        await SayAsync(rig, Hello(rig, ours ^ 0xFF00_0000));
        await TellAsync(rig, (byte)ours);

        Assert.False(HasGoal(rig));
    }

    [Fact]
    public async Task A_sender_that_changes_release_in_flight_is_read_again_after_its_next_HELLO()
    {
        using var folder = new TempFolder();
        await using var rig = new RobotRig(folder);
        var ours = rig.First.Tokens.CodebookHash;
        await SayAsync(rig, Hello(rig, ours));
        await TellAsync(rig, (byte)ours);
        Assert.True(HasGoal(rig));

        // Its new codebook is in the frames before it is in a HELLO.
        await TellAsync(rig, (byte)(ours + 1));
        Assert.False(HasGoal(rig));

        // Another release, whose codebook happens to agree in 8 bits: the HELLO comes first.
        await SayAsync(rig, Hello(rig, ours ^ 0x0001_0000));
        await TellAsync(rig, (byte)ours);
        Assert.False(HasGoal(rig));

        // Rolled back.
        await SayAsync(rig, Hello(rig, ours));
        await TellAsync(rig, (byte)ours);
        Assert.True(HasGoal(rig));
    }

    [Fact]
    public async Task A_HELLO_that_is_broken_old_repeated_or_anothers_is_counted_by_its_reason_and_changes_nothing()
    {
        using var folder = new TempFolder();
        await using var rig = new RobotRig(folder);
        var good = Hello(rig, 1);
        Assert.Equal(FrameError.None, await SayAsync(rig, good));

        byte[] bad = [.. good];
        bad[12] ^= 1;
        Assert.Equal(FrameError.BadChecksum, await SayAsync(rig, bad));
        Assert.Equal(FrameError.WrongLength, await SayAsync(rig, []));
        Assert.Equal(FrameError.WrongLength, await SayAsync(rig, new byte[100_000]));
        Assert.Equal(FrameError.Replayed, await SayAsync(rig, good));
        Assert.Equal(FrameError.Replayed, await SayAsync(rig, Hello(rig, 2, -0.5)));
        Assert.Equal(FrameError.Stale, await SayAsync(rig, Hello(rig, 2, -1.5)));
        Assert.Equal(FrameError.Stale, await SayAsync(rig, Hello(rig, 2, 1.5)));
        Assert.Equal(FrameError.WrongSender, await SayAsync(rig, Hello(rig, 2, 0.1, new RobotId(4))));
        Assert.Equal(FrameError.OutOfRange, await SayAsync(rig, Hello(rig, 2, 0.1, radius: float.NaN)));

        Assert.Equal(new Introduction(1, 0.12f), rig.Ports.Hellos.Of(Three));
        Assert.Null(rig.Ports.Hellos.Of(new RobotId(4)));
        Assert.Equal(1, rig.Ports.Hellos.Frames[FrameError.None]);
    }

    [Fact]
    public async Task It_says_HELLO_once_a_second_and_before_the_first_frame_of_another_codebook()
    {
        using var folder = new TempFolder();
        await using var rig = new RobotRig(folder);
        var files = folder["second"];
        RandomBundle.Write(files, RandomBundle.Files(2));
        using var second = ModelBundle.Load(files, new ReleaseId(new string('2', 64)), ModelBundleOptions.Default);
        var said = new List<(bool IsHello, uint Codebook)>();
        rig.Bus.Subscribe(Topics.AllRobots("test", "+"), BusDelivery.BestEffort, (topic, bytes) => Note(said, topic, bytes));
        await rig.SendAsync(new(1, new Vector2(5f, 0f), Active: true));

        for (var tick = 0; tick < 30; tick++)
        {
            if (tick == 25)
            {
                rig.Agent.Swap(second);
            }

            rig.Tick();
        }

        await Eventually.HoldsAsync(() => Hellos().Length == 4, () => string.Join(' ', said));
        var (first, next) = (rig.First.Tokens.CodebookHash, second.Tokens.CodebookHash);
        Assert.NotEqual(first, next);
        Assert.Equal([first, first, first, next], Hellos());
        lock (said)
        {
            Assert.True(said[0].IsHello);
            Assert.True(said.FindIndex(s => s == (true, next)) < said.FindIndex(s => s == (false, next & 0xFF)));
        }

        uint[] Hellos()
        {
            lock (said)
            {
                return [.. said.Where(s => s.IsHello).Select(s => s.Codebook)];
            }
        }
    }

    private static void Note(List<(bool IsHello, uint Codebook)> said, string topic, ReadOnlySpan<byte> bytes)
    {
        lock (said)
        {
            if (topic.EndsWith(Topics.Hello, StringComparison.Ordinal) && HelloCodec.TryRead(bytes, out var hello) == FrameError.None)
            {
                said.Add((true, hello.CodebookHash));
            }

            if (topic.EndsWith(Topics.Intention, StringComparison.Ordinal) && IntentionCodec.TryRead(bytes, out var frame) == FrameError.None)
            {
                said.Add((false, frame.CodebookHash));
            }
        }
    }

    /// <summary>Whether the models are told a goal of robot 3's, rather than its position.</summary>
    private static bool HasGoal(RobotRig rig)
    {
        var attended = Assert.Single(rig.Snapshot().Neighbours, neighbour => neighbour.Present);
        Assert.True(attended.HasMessage);
        Span<float> tail = stackalloc float[PlanTail.Size];
        rig.First.Tokens.Decode(TokenA, TokenB, tail);
        var said = PlanTail.Goal(Place, tail);
        Assert.NotEqual(Place, said);
        return Vector2.Distance(attended.Goal, said) < Vector2.Distance(attended.Goal, Place);
    }

    private static byte[] Hello(RobotRig rig, uint codebook, double late = 0.0, RobotId? sender = null, float radius = 0.12f)
    {
        var bytes = new byte[HelloCodec.Length];
        HelloCodec.Write(new HelloFrame(sender ?? Three, rig.Clock.Now.Plus(late), codebook, 0, 3, KinematicsKind.Holonomic, 1f, 3f, radius), bytes);
        return bytes;
    }

    /// <summary>What becomes of a HELLO on robot 3's topic.</summary>
    private static async Task<FrameError> SayAsync(RobotRig rig, byte[] hello)
    {
        var frames = rig.Ports.Hellos.Frames;
        var before = Array.ConvertAll(Enum.GetValues<FrameError>(), reason => frames[reason]);
        rig.Bus.Publish(rig.Bus.Topic("swarm/test/r3/hello"), hello, BusDelivery.BestEffort);
        await Eventually.HoldsAsync(() => Changed() is not null, () => "the HELLO did not come");
        return Changed()!.Value;

        FrameError? Changed()
        {
            var at = Array.FindIndex(Enum.GetValues<FrameError>(), reason => frames[reason] != before[(int)reason]);
            return at < 0 ? null : (FrameError)at;
        }
    }

    /// <summary>A frame of robot 3, which is in sight, arrives, and a tick is flown.</summary>
    private async Task TellAsync(RobotRig rig, byte codebook)
    {
        rig.See(Three, Place);
        rig.Sense();
        var bytes = new byte[IntentionCodec.Length];
        var now = (ushort)(rig.Clock.Now.Nanoseconds / 1_000_000);
        IntentionCodec.Write(
            new IntentionFrame(1, codebook, Three, IntentionFlags.None, now, ++_sequence, 15, 0, Place, default, default, TokenA, TokenB), bytes);
        var topic = rig.Bus.Topic("swarm/test/r3/intent");
        var frames = rig.Ports.Intentions.Frames;
        var (refused, taken) = (frames[FrameError.WrongLength], rig.Agent.Frames[FrameError.None]);
        rig.Bus.Publish(topic, bytes, BusDelivery.BestEffort);

        // Frames come in order: when the next one, which is empty, is counted, this one is in the queue.
        rig.Bus.Publish(topic, [], BusDelivery.BestEffort);
        await Eventually.HoldsAsync(() => frames[FrameError.WrongLength] > refused, () => "the frames did not come");
        rig.Loop.Step();
        rig.Loop.Tick();
        Assert.Equal(taken + 1, rig.Agent.Frames[FrameError.None]);
    }
}
