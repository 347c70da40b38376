using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Onboard.Tests.Flight;

public sealed class HearingTests : IClassFixture<PretrainedBundle>
{
    private static readonly Vector2 Place = new(1f, 0.5f);
    private static readonly Vector2 Speed = new(0f, 0.3f);

    private readonly TestRobot _robot;

    public HearingTests(PretrainedBundle pretrained)
    {
        _robot = new TestRobot(pretrained.Bundle).GoTo(-1f, 0f);
        _robot.See((3, Place, Speed));
    }

    [Fact]
    public void A_fresh_frame_gives_way_points_and_goal()
    {
        _robot.Hear(_robot.Frame(3, Place, Speed));
        _robot.Fly(1);

        var neighbour = Attended(3);
        Assert.Equal(1, _robot.Agent.Frames[FrameError.None]);
        Assert.True(neighbour.HasMessage);
        Assert.InRange(neighbour.MessageAge, 0.015f, 0.025f);
        Assert.InRange(Vector2.Distance(Place + (Speed * 1.02f), neighbour.At10), 0f, 0.02f);

        // The tail says that the goal is 0.5 in the scale of PlanTail along x: 1 m.
        Assert.InRange(Vector2.Distance(Place + new Vector2(1f, 0f), neighbour.Goal), 0f, 0.6f);
    }

    [Theory]
    [InlineData(23, 0x55, FrameError.BadChecksum)]
    [InlineData(0, 0xE1, FrameError.UnknownVersion)]
    [InlineData(0, 0x3F, FrameError.UnknownCodec)]
    [InlineData(12, 0x80, FrameError.OutOfRange)]
    [InlineData(22, 0xFF, FrameError.OutOfRange)]
    public void A_frame_that_is_broken_is_counted_by_its_reason_and_not_believed(int at, byte value, FrameError reason)
    {
        var bytes = _robot.Frame(3, Place, Speed);
        bytes[at] = value;
        while (at != 23 && IntentionCodec.TryRead(bytes, out _) == FrameError.BadChecksum)
        {
            bytes[23]++;
        }

        AssertIgnored(bytes, reason);
    }

    [Fact]
    public void Bytes_of_zero_are_counted_and_not_believed()
    {
        AssertIgnored(default, FrameError.BadChecksum);
    }

    [Fact]
    public void Own_frames_come_back_in_vain() => AssertIgnored(_robot.Frame(TestRobot.Id, Place, Speed), FrameError.WrongSender);

    [Fact]
    public void A_frame_that_was_long_on_its_way_is_stale() => AssertIgnored(_robot.Frame(3, Place, Speed, sentAgo: 0.6), FrameError.Stale);

    [Fact]
    public void A_frame_from_the_future_is_stale() => AssertIgnored(_robot.Frame(3, Place, Speed, sentAgo: -0.2), FrameError.Stale);

    [Fact]
    public void A_frame_that_comes_twice_or_too_late_is_replayed()
    {
        var (older, newer) = (_robot.Frame(3, Place, Speed, sentAgo: 0.1), _robot.Frame(3, Place, Speed));
        _robot.Hear(newer);
        _robot.Hear(newer);
        _robot.Hear(older);
        _robot.Fly(1);

        Assert.Equal(1, _robot.Agent.Frames[FrameError.None]);
        Assert.Equal(2, _robot.Agent.Frames[FrameError.Replayed]);
    }

    [Fact]
    public void With_another_codebook_the_linear_part_still_counts()
    {
        _robot.Hear(_robot.Frame(3, Place, Speed, codebook: (byte)(_robot.Agent.Bundle.Tokens.CodebookHash + 1)));
        _robot.Fly(1);

        var neighbour = Attended(3);
        Assert.True(neighbour.HasMessage);
        Assert.InRange(Vector2.Distance(Place, neighbour.Goal), 0f, 0.011f);
    }

    [Fact]
    public void A_codebook_that_agrees_in_the_low_8_bits_alone_is_another_one()
    {
        _robot.Hear(_robot.Frame(3, Place, Speed), _robot.Agent.Bundle.Tokens.CodebookHash ^ 0x0100_0000);
        _robot.Fly(1);

        Assert.True(Attended(3).HasMessage);
        Assert.InRange(Vector2.Distance(Place, Attended(3).Goal), 0f, 0.011f);
    }

    [Fact]
    public void Before_a_HELLO_the_linear_part_counts_and_after_it_the_tokens_too()
    {
        _robot.Hear(_robot.Frame(3, Place, Speed), codebook: null);
        _robot.Fly(1);
        Assert.True(Attended(3).HasMessage);
        Assert.InRange(Vector2.Distance(Place, Attended(3).Goal), 0f, 0.011f);

        _robot.Hear(_robot.Frame(3, Place, Speed));
        _robot.Fly(1);
        Assert.InRange(Vector2.Distance(Place + new Vector2(1f, 0f), Attended(3).Goal), 0f, 0.6f);
    }

    [Fact]
    public void What_was_known_of_the_sender_is_recorded_with_its_frame()
    {
        _robot.Hear(_robot.Frame(3, Place, Speed), 0xCAFE_0001);
        _robot.Hear(_robot.Frame(4, Place, Speed), codebook: null);
        _robot.Fly(1);

        Assert.Equal([0xCAFE_0001, null], _robot.TickRecord.Heard[..2].Select(heard => heard.Sender?.Codebook));
    }

    [Fact]
    public void Without_tokens_the_linear_part_counts()
    {
        _robot.Hear(_robot.Frame(3, Place, Speed, codec: IntentionCodec.LinearCodec));
        _robot.Fly(1);

        Assert.True(Attended(3).HasMessage);
        Assert.InRange(Vector2.Distance(Place, Attended(3).Goal), 0f, 0.011f);
    }

    [Fact]
    public void In_sight_a_message_counts_for_two_ticks_and_then_gives_way_to_constant_velocity()
    {
        _robot.Hear(_robot.Frame(3, Place, Speed));
        var heard = new List<bool>();
        for (var tick = 0; tick < 5; tick++)
        {
            _robot.Fly(1);
            heard.Add(Attended(3).HasMessage);
        }

        Assert.Equal([true, true, true, false, false], heard);
        Assert.InRange(Vector2.Distance(Place + Speed, Attended(3).At10), 0f, 1e-5f);
        Assert.Equal(Place, Attended(3).Goal);
    }

    [Fact]
    public void Out_of_sight_a_known_robot_is_followed_by_its_words_for_a_second()
    {
        _robot.Fly(1);
        _robot.Hear(_robot.Frame(3, Place, Speed));
        _robot.See();
        var followed = 0;
        for (var tick = 0; tick < 15; tick++)
        {
            _robot.Fly(1);
            if (_robot.TickRecord.AttendedCount == 1)
            {
                followed++;
                var age = 0.02f + (0.1f * tick);
                Assert.InRange(Vector2.Distance(Place + (Speed * age), Attended(3).Position), 0f, 0.02f);
                Assert.Equal(Speed.Y, Attended(3).Velocity.Y, 0.011f);
            }
        }

        Assert.InRange(followed, 9, 11);
    }

    [Fact]
    public void Who_says_one_thing_and_does_another_is_no_longer_believed()
    {
        var believed = new List<bool>();
        for (var tick = 0; tick < 15; tick++)
        {
            _robot.Hear(_robot.Frame(3, Place + new Vector2(1.5f, 0f), Speed));
            _robot.Fly(1);
            believed.Add(Attended(3).HasMessage);
        }

        Assert.True(believed[0]);
        Assert.All(believed[9..], Assert.False);
    }

    [Fact]
    public void A_thousand_frames_in_one_tick_are_bounded_and_counted()
    {
        for (var i = 0; i < 1000; i++)
        {
            _robot.Hear(_robot.Frame((ushort)(100 + i), Place, Speed));
        }

        _robot.Fly(1);

        Assert.Equal(TickRecord.MaxHeard, _robot.TickRecord.HeardCount);
        Assert.Equal(TickRecord.MaxHeard, _robot.Agent.Frames[FrameError.None]);
        Assert.Equal(1000 - TickRecord.MaxHeard, _robot.Agent.Frames[FrameError.TooMany]);
        Assert.Equal(TickFault.None, _robot.TickRecord.Fault);
        Assert.True(Attended(3).Present);
    }

    [Fact]
    public void Robots_that_nobody_sees_cannot_hide_one_that_comes_into_sight()
    {
        ushort id = 100;
        for (var tick = 0; tick < 4; tick++)
        {
            for (var i = 0; i < TickRecord.MaxHeard; i++)
            {
                _robot.Hear(_robot.Frame(id++, Place, Speed));
            }

            _robot.Fly(1);
        }

        _robot.See((3, Place, Speed), (4, new Vector2(0.5f, -0.5f), Vector2.Zero));
        _robot.Fly(1);

        Assert.True(Attended(3).Present && Attended(4).Present);
    }

    [Fact]
    public void A_robot_that_was_never_seen_is_followed_by_its_words_where_the_sensors_do_not_reach()
    {
        _robot.See();
        SetRays(2f);
        var place = new Vector2(-2.5f, 0f);
        _robot.Hear(_robot.Frame(9, place, Speed));
        _robot.Fly(1);

        var neighbour = Attended(9);
        Assert.True(neighbour.Present && neighbour.HasMessage);
        Assert.InRange(Vector2.Distance(place + (Speed * 0.02f), neighbour.Position), 0f, 0.02f);

        // Its plan fades and, unless it is heard again, it is forgotten within a second.
        _robot.Fly(11);
        Assert.Equal(0, _robot.TickRecord.AttendedCount);
    }

    [Theory]
    [InlineData(2.5f, 0f, true)]
    [InlineData(1.5f, 0f, false)]
    [InlineData(-1.5f, 0f, false)]
    [InlineData(0f, -1.9f, false)]
    [InlineData(0f, -2.1f, true)]
    [InlineData(4.5f, 0f, false)]
    public void A_robot_that_should_be_in_sight_and_is_not_or_is_far_away_is_not_believed(float x, float y, bool believed)
    {
        _robot.See();
        SetRays(2f);
        _robot.Hear(_robot.Frame(9, new Vector2(x, y), Vector2.Zero));
        _robot.Fly(1);

        Assert.Equal(believed, Attended(9).Present);
        Assert.Equal(1, _robot.Agent.Frames[FrameError.None]);
    }

    [Fact]
    public void A_robot_that_was_never_seen_and_has_not_introduced_itself_is_not_attended_to()
    {
        _robot.See();
        _robot.Hear(_robot.Frame(9, new Vector2(2f, 0f), Vector2.Zero), codebook: null);
        _robot.Fly(1);

        Assert.Equal(0, _robot.TickRecord.AttendedCount);
    }

    [Fact]
    public void Robots_that_nobody_sees_take_no_slot_from_one_in_sight_and_leave_the_shield_alone()
    {
        _robot.See();
        for (ushort id = 100; id < 110; id++)
        {
            _robot.Hear(_robot.Frame(id, new Vector2(0.1f, 0f), new Vector2(-1f, 0f)));
        }

        _robot.Fly(1);
        Assert.Equal(8, _robot.TickRecord.AttendedCount);
        Assert.False(_robot.Verdict.Intervened);

        _robot.See([.. Enumerable.Range(1, 8).Select(id => ((ushort)id, new Vector2(3f + (0.1f * id), 0f), Vector2.Zero))]);
        _robot.Fly(1);
        Assert.Equal(Enumerable.Range(1, 8), _robot.TickRecord.Attended.Select(neighbour => (int)neighbour.Id.Value).Order());
    }

    private void SetRays(float range)
    {
        _robot.Sensors.RayCount = 16;
        _robot.Sensors.Ranges.AsSpan(0, 16).Fill(range);
    }

    private void AssertIgnored(FrameBytes bytes, FrameError reason)
    {
        _robot.Hear(bytes);
        _robot.Fly(1);

        Assert.Equal(1, _robot.Agent.Frames[reason]);
        Assert.Equal(0, _robot.Agent.Frames[FrameError.None]);
        Assert.Equal(TickFault.None, _robot.TickRecord.Fault);
        Assert.False(Attended(3).HasMessage);
        Assert.Equal(Place + Speed, Attended(3).At10);
    }

    private AttendedNeighbour Attended(ushort id) => Array.Find(_robot.TickRecord.Attended, neighbour => neighbour.Present && neighbour.Id == new RobotId(id));
}
