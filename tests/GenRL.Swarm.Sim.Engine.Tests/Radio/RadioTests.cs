using GenRL.Swarm.Agent;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Sim.Engine.Radio;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Engine.Snapshots;

namespace GenRL.Swarm.Sim.Engine.Tests.Radio;

public sealed class RadioTests
{
    [Fact]
    public void Broadcast_APerfectRadio_ReachesEverybodyElseAtOnce()
    {
        var radio = new RadioChannel(3, RadioSpec.Perfect);

        radio.Broadcast(1, [7, 8], At(0d));

        Assert.Equal([(1, "0708")], Heard(radio, 0, 0d));
        Assert.Equal([(1, "0708")], Heard(radio, 2, 0d));
        Assert.Empty(Heard(radio, 1, 9d));
    }

    [Fact]
    public void TryHear_FramesOfTheSameMoment_KeepTheOrderOfSending()
    {
        var radio = new RadioChannel(3, RadioSpec.Perfect);
        for (var i = 0; i < 9; i++)
        {
            radio.Broadcast(i % 2, [(byte)i], At(1d));
        }

        Assert.Equal(Enumerable.Range(0, 9).Select(i => i.ToString("X2")), Heard(radio, 2, 1d).Select(frame => frame.Frame));
    }

    [Fact]
    public void Broadcast_WithLatencyAndJitter_ArrivesBetween()
    {
        var radio = new RadioChannel(2, new RadioSpec { Latency = 0.1, Jitter = 0.2 });
        for (var i = 0; i < 200; i++)
        {
            radio.Broadcast(0, [(byte)i], At(0d));
        }

        Assert.Empty(Heard(radio, 1, 0.0999));
        Assert.InRange(Heard(radio, 1, 0.2).Count, 80, 120);
        Assert.NotEmpty(Heard(radio, 1, 0.3));
        Assert.Empty(Heard(radio, 1, 9d));
    }

    [Fact]
    public void Broadcast_IndependentLoss_LosesItsShareInShortRuns()
    {
        var (lost, longest) = Losses(new RadioSpec { Loss = 0.3 });

        Assert.InRange(lost, 0.27, 0.33);
        Assert.InRange(longest, 2, 10);
    }

    [Fact]
    public void Broadcast_Bursts_LoseTheSameShareInLongRuns()
    {
        // Ill 3 frames of 10 on the long run: start / (start + end), for 20 frames on average.
        var (lost, longest) = Losses(new RadioSpec { BurstStart = 0.05 * 3d / 7d, BurstEnd = 0.05 });

        Assert.InRange(lost, 0.22, 0.38);
        Assert.InRange(longest, 30, 400);
    }

    [Fact]
    public void Broadcast_OutOfRangeOrInAnotherPartition_IsNotHeard()
    {
        var radio = new RadioChannel(3, new RadioSpec { Range = 2d });
        radio.Move(1, 1.9, 0d);
        radio.Move(2, 2.1, 0d);
        radio.Broadcast(0, [1], At(0d));
        Assert.Single(Heard(radio, 1, 0d));
        Assert.Empty(Heard(radio, 2, 0d));

        radio.Separate(1, 5);
        radio.Broadcast(0, [1], At(0d));
        Assert.Empty(Heard(radio, 1, 0d));
        radio.Separate(0, 5);
        radio.Broadcast(0, [1], At(0d));

        Assert.Single(Heard(radio, 1, 0d));
        Assert.Equal(4, radio.Count.OutOfReach);
    }

    [Fact]
    public void Broadcast_ABandwidth_LetsFramesWaitAndThenDropsThem()
    {
        var radio = new RadioChannel(2, new RadioSpec { BytesPerSecond = 100d, QueueBytes = 30 });
        for (var i = 0; i < 5; i++)
        {
            radio.Broadcast(0, new byte[10], At(0d));
        }

        Assert.Empty(Heard(radio, 1, 0.0999));
        Assert.Single(Heard(radio, 1, 0.1));
        Assert.Equal(2, Heard(radio, 1, 0.3).Count);
        Assert.Equal(2, radio.Count.Choked);
        radio.Broadcast(0, new byte[10], At(1d));
        Assert.Single(Heard(radio, 1, 1.1));
    }

    [Fact]
    public void Broadcast_Duplication_IsHeardTwice()
    {
        var radio = new RadioChannel(2, new RadioSpec { Duplication = 1d, Jitter = 0.1 });

        radio.Broadcast(0, [9], At(0d));

        Assert.Equal([(0, "09"), (0, "09")], Heard(radio, 1, 1d));
        Assert.Equal(1, radio.Count.Duplicated);
    }

    [Fact]
    public void Broadcast_Reordering_LetsLaterFramesOvertake()
    {
        var radio = new RadioChannel(2, new RadioSpec { Reordering = 0.3, ReorderingDelay = 0.25 });
        for (var i = 0; i < 50; i++)
        {
            radio.Broadcast(0, [(byte)i], At(i * 0.1));
        }

        var order = Heard(radio, 1, 9d).Select(frame => Convert.ToInt32(frame.Frame, 16)).ToList();

        Assert.NotEqual(order.Order(), order);
        Assert.Equal(Enumerable.Range(0, 50), order.Order());
        Assert.All(order.Select((frame, place) => frame - place), late => Assert.InRange(late, -3, 3));
    }

    [Fact]
    public void Broadcast_ToOneWhoNeverListens_IsBounded()
    {
        var radio = new RadioChannel(2, RadioSpec.Perfect);
        for (var i = 0; i < RadioChannel.MaxInFlight + 10; i++)
        {
            radio.Broadcast(0, [1], At(0d));
        }

        Assert.Equal(10, radio.Count.Overflowed);
    }

    [Fact]
    public void ASilentRobot_ChangesNothingForTheFramesOfAnother()
    {
        var spec = new RadioSpec { Loss = 0.4, Jitter = 0.2, BurstStart = 0.1, BurstEnd = 0.3, Duplication = 0.1 };
        var (one, other) = (new RadioChannel(3, spec), new RadioChannel(3, spec));
        for (var i = 0; i < 100; i++)
        {
            one.Broadcast(0, [(byte)i], At(i));
            other.Broadcast(0, [(byte)i], At(i));
            other.Broadcast(1, [255], At(i));
        }

        Assert.Equal(Heard(one, 2, 1e3), Heard(other, 2, 1e3).Where(frame => frame.Sender == 0));
    }

    [Fact]
    public void Reset_TheSameSeedOrAnother_GivesTheSameFatesOrOthers()
    {
        var radio = new RadioChannel(2, new RadioSpec { Loss = 0.5 });
        string Fates(ulong seed)
        {
            radio.Reset(seed);
            for (var i = 0; i < 64; i++)
            {
                radio.Broadcast(0, [(byte)i], At(i));
            }

            return string.Concat(Heard(radio, 1, 100d).Select(frame => frame.Frame));
        }

        Assert.Equal(Fates(3), Fates(3));
        Assert.NotEqual(Fates(3), Fates(4));
    }

    [Fact]
    public void Move_SavedAndRestored_GoesOnAlike()
    {
        var spec = new RadioSpec { Loss = 0.3, Jitter = 0.5, BurstStart = 0.2, BurstEnd = 0.2, BytesPerSecond = 50d };
        var (radio, other) = (new RadioChannel(3, spec), new RadioChannel(3, spec));
        Send(radio, 0);
        var measure = Snapshot.Measure();
        radio.Move(ref measure);
        var bytes = new byte[measure.Position];
        var save = Snapshot.Save(bytes);
        radio.Move(ref save);

        var restore = Snapshot.Restore(bytes);
        other.Move(ref restore);
        Send(radio, 50);
        Send(other, 50);

        Assert.Equal(Heard(radio, 1, 1e3), Heard(other, 1, 1e3));
        Assert.Equal(radio.Count, other.Count);

        static void Send(RadioChannel radio, int from)
        {
            for (var i = from; i < from + 50; i++)
            {
                radio.Broadcast(i % 3, [(byte)i, 1, 2, 3], At(i * 0.05));
            }
        }
    }

    [Fact]
    public void BroadcastAndHear_AllocateNothing()
    {
        var radio = new RadioChannel(4, new RadioSpec { Loss = 0.2, Jitter = 0.1, BytesPerSecond = 1e4, Duplication = 0.1, Range = 5d });
        var frame = new byte[RadioChannel.MaxFrame];
        Steps(10);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Steps(1000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Steps(int count)
        {
            for (var i = 0; i < count; i++)
            {
                radio.Broadcast(i % 4, frame.AsSpan(0, 24), At(i));
                while (radio.TryHear((i + 1) % 4, At(i), frame, out _, out _))
                {
                }
            }
        }
    }

    [Fact]
    public void Drawn_TakesLossAndLatencyFromTheDescription()
    {
        var drawn = RadioSpec.Perfect.Drawn(RandomisationSpec.Default, 1d, new RandomStream(1, 0, 0));

        Assert.InRange(drawn.Loss, 0.001, 0.5);
        Assert.InRange(drawn.Latency, 0.001, 0.3);
        Assert.Equal(RadioSpec.Perfect, RadioSpec.Perfect.Drawn(RandomisationSpec.Default, 0d, new RandomStream(1, 0, 0)));
    }

    [Fact]
    public void ANumberThatMakesNoSense_IsNamed()
    {
        Assert.Equal("Loss", Refused(new RadioSpec { Loss = 1.1 }));
        Assert.Equal("Latency", Refused(new RadioSpec { Latency = double.NaN }));
        Assert.Equal("Range", Refused(new RadioSpec { Range = -1d }));
        Assert.Equal("BytesPerSecond", Refused(new RadioSpec { BytesPerSecond = 0d }));
        Assert.Equal("BurstEnd", Refused(new RadioSpec { BurstEnd = -0.1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RadioChannel(2, RadioSpec.Perfect).Broadcast(0, new byte[RadioChannel.MaxFrame + 1], At(0d)));

        static string? Refused(RadioSpec spec) => Assert.Throws<ArgumentOutOfRangeException>(() => new RadioChannel(2, spec)).ParamName;
    }

    private static Stamp At(double seconds) => new((long)Math.Round(seconds * 1e9));

    private static (double Share, int LongestRun) Losses(RadioSpec spec)
    {
        const int Frames = 4000;
        var radio = new RadioChannel(2, spec);
        var (lost, run, longest) = (0, 0, 0);
        for (var i = 0; i < Frames; i++)
        {
            radio.Broadcast(0, [1], At(i));
            run = Heard(radio, 1, i).Count == 0 ? run + 1 : 0;
            lost += run > 0 ? 1 : 0;
            longest = Math.Max(longest, run);
        }

        return (lost / (double)Frames, longest);
    }

    private static List<(int Sender, string Frame)> Heard(RadioChannel radio, int receiver, double seconds)
    {
        var frames = new List<(int, string)>();
        var bytes = new byte[RadioChannel.MaxFrame];
        while (radio.TryHear(receiver, At(seconds), bytes, out var sender, out var length))
        {
            frames.Add((sender, Convert.ToHexString(bytes.AsSpan(0, length))));
        }

        return frames;
    }
}
