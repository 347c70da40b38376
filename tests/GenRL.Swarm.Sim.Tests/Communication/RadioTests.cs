using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Sim.Communication;

namespace GenRL.Swarm.Sim.Tests.Communication;

public sealed class RadioTests
{
    private readonly byte[] _buffer = new byte[Radio.MaxFrame];

    [Fact]
    public void APerfectRadio_DeliversToEverybodyElse_InOrder_AtOnce()
    {
        var radio = new Radio(3, RadioOptions.Perfect, 1);
        radio.Broadcast(0, [1, 2], default);
        radio.Broadcast(1, [3], default);

        Assert.Equal([[1, 2], [3]], Heard(radio, 2, default));
        Assert.Equal([[3]], Heard(radio, 0, default));
        Assert.Equal([[1, 2]], Heard(radio, 1, default));
        Assert.Empty(Heard(radio, 1, new Stamp(1_000_000)));
    }

    [Fact]
    public void Loss_IsIndependentPerLink_AtItsRate()
    {
        var radio = new Radio(3, new RadioOptions { Loss = 0.3f }, 7);
        var (one, two, both) = (0, 0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            radio.Broadcast(0, [0], default);
            var atOne = Heard(radio, 1, default).Count;
            var atTwo = Heard(radio, 2, default).Count;
            (one, two, both) = (one + atOne, two + atTwo, both + (atOne * atTwo));
        }

        Assert.Equal(0.7, one / 20_000d, 0.015);
        Assert.Equal(0.7, two / 20_000d, 0.015);
        Assert.Equal(0.49, both / 20_000d, 0.015);
        Assert.Equal(40_000, radio.Offered);
        Assert.Equal(40_000 - one - two, radio.Lost);
    }

    [Fact]
    public void LatencyAndJitter_FillTheirRange()
    {
        var radio = new Radio(2, new RadioOptions { LatencySeconds = 0.1, JitterSeconds = 0.05 }, 7);
        var arrivals = new List<long>();
        for (var i = 0; i < 1000; i++)
        {
            radio.Broadcast(0, [0], default);
            var now = 0L;
            while (Heard(radio, 1, new Stamp(now)).Count == 0)
            {
                now += 1_000_000;
            }

            arrivals.Add(now / 1_000_000);
        }

        Assert.InRange(arrivals.Min(), 100, 101);
        Assert.InRange(arrivals.Max(), 149, 150);
        Assert.Equal(125.5, arrivals.Average(), 1d);
    }

    [Fact]
    public void Frames_MayOvertakeEachOther_AndAreHeardInOrderOfArrival()
    {
        var radio = new Radio(2, new RadioOptions { JitterSeconds = 0.2 }, 3);
        for (byte i = 0; i < 20; i++)
        {
            radio.Broadcast(0, [i], default);
        }

        var early = Heard(radio, 1, new Stamp(100_000_000)).Select(frame => frame[0]).ToArray();
        var late = Heard(radio, 1, new Stamp(200_000_000)).Select(frame => frame[0]).ToArray();

        Assert.NotEmpty(early);
        Assert.Equal(20, early.Length + late.Length);
        Assert.NotEqual(early.Concat(late).Order(), early.Concat(late));
    }

    [Fact]
    public void TheSameSeed_LosesTheSameFrames_WhateverOthersSend()
    {
        Assert.Equal(Pattern(5, chatter: false), Pattern(5, chatter: true));
        Assert.NotEqual(Pattern(5, chatter: false), Pattern(6, chatter: false));
    }

    [Fact]
    public void Reset_EmptiesTheAir_AndRepeats()
    {
        var radio = new Radio(2, new RadioOptions { Loss = 0.5f, LatencySeconds = 1 }, 5);
        radio.Broadcast(0, [9], default);

        radio.Reset(5);

        Assert.Equal(0, radio.Offered);
        Assert.Empty(Heard(radio, 1, new Stamp(long.MaxValue)));
    }

    [Fact]
    public void AFullInbox_DropsAndCounts()
    {
        var radio = new Radio(2, new RadioOptions { LatencySeconds = 1 }, 5);
        for (var i = 0; i < Radio.MaxInFlight + 10; i++)
        {
            radio.Broadcast(0, [0], default);
        }

        Assert.Equal(10, radio.Overflowed);
        Assert.Equal(Radio.MaxInFlight, Heard(radio, 1, new Stamp(long.MaxValue)).Count);
    }

    [Fact]
    public void BadInput_IsRefusedByName()
    {
        Assert.Equal("Loss", Assert.Throws<ArgumentOutOfRangeException>(() => new Radio(2, new RadioOptions { Loss = float.NaN }, 1)).ParamName);
        Assert.Equal("LatencySeconds", Assert.Throws<ArgumentOutOfRangeException>(() => new Radio(2, new RadioOptions { LatencySeconds = -1 }, 1)).ParamName);
        Assert.Equal("JitterSeconds", Assert.Throws<ArgumentOutOfRangeException>(() => new Radio(2, new RadioOptions { JitterSeconds = double.NaN }, 1)).ParamName);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Radio(2, RadioOptions.Perfect, 1).Broadcast(0, new byte[Radio.MaxFrame + 1], default));
    }

    [Fact]
    public void SendingAndHearing_AllocateNothing()
    {
        var radio = new Radio(4, new RadioOptions { Loss = 0.1f, JitterSeconds = 0.1 }, 1);
        Chatter(radio, 10);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Chatter(radio, 1000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private void Chatter(Radio radio, int rounds)
    {
        for (var i = 0; i < rounds; i++)
        {
            radio.Broadcast(i % 4, _buffer.AsSpan(0, 24), new Stamp(i * 20_000_000L));
            while (radio.TryHear((i + 1) % 4, new Stamp(i * 20_000_000L), _buffer, out _))
            {
            }
        }
    }

    private string Pattern(ulong seed, bool chatter)
    {
        var radio = new Radio(3, new RadioOptions { Loss = 0.5f }, seed);
        var pattern = "";
        for (var i = 0; i < 50; i++)
        {
            if (chatter)
            {
                radio.Broadcast(2, [7], default);
            }

            radio.Broadcast(0, [1], default);
            pattern += Heard(radio, 1, default).Count(frame => frame[0] == 1);
        }

        return pattern;
    }

    private List<byte[]> Heard(Radio radio, int receiver, Stamp now)
    {
        var heard = new List<byte[]>();
        while (radio.TryHear(receiver, now, _buffer, out var length))
        {
            heard.Add(_buffer[..length]);
        }

        return heard;
    }
}
