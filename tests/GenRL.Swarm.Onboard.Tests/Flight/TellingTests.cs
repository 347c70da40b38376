using System.Numerics;
using GenRL.Swarm.Agent.Intentions;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Onboard.Tests.Flight;

public sealed class TellingTests(PretrainedBundle pretrained) : IClassFixture<PretrainedBundle>
{
    private readonly TestRobot _robot = new TestRobot(pretrained.Bundle).GoTo(2f, -1f);

    [Fact]
    public void What_is_told_is_the_plan_its_goal_and_its_sender()
    {
        for (var tick = 0; tick < 40; tick++)
        {
            _robot.Fly(1);
            if (!_robot.TickRecord.DidTell)
            {
                continue;
            }

            var frame = Told();
            Assert.Equal(new RobotId(TestRobot.Id), frame.Sender);
            Assert.Equal((byte)pretrained.Bundle.Tokens.CodebookHash, frame.CodebookHash);

            // Position is rounded to 1 cm and velocity to 2 cm/s; the coefficients make up for both.
            for (var k = 0; k < PlanShape.Horizon; k++)
            {
                var said = LinearIntention.At(frame.Position, frame.Velocity, frame.Coefficients, (k + 1) * PlanShape.TickSeconds);
                Assert.InRange(Vector2.Distance(_robot.TickRecord.Path[k], said), 0f, 0.05f);
            }
        }
    }

    [Fact]
    public void The_tokens_name_the_goal()
    {
        _robot.Fly(1);
        Assert.True(_robot.TickRecord.DidTell);
        var frame = Told();
        var tail = new float[PlanTail.Size];

        pretrained.Bundle.Tokens.Decode(frame.TokenA, frame.TokenB, tail);

        Assert.InRange(Vector2.Distance(new Vector2(2f, -1f), PlanTail.Goal(frame.Position, tail)), 0f, 0.8f);
    }

    [Fact]
    public void A_frame_is_never_older_than_two_ticks_and_rarely_needed_sooner_when_nothing_changes()
    {
        _robot.Position = new Vector2(2f, -1f);
        var told = new List<bool>();
        byte sequence = 0;
        for (var tick = 0; tick < 40; tick++)
        {
            _robot.Fly(1);
            told.Add(_robot.TickRecord.DidTell);
            if (_robot.TickRecord.DidTell)
            {
                var frame = Told();
                Assert.Equal((byte)(sequence + 1), frame.Sequence);
                Assert.Equal(IntentionFlags.Holding, frame.Flags);
                sequence = frame.Sequence;
            }
        }

        Assert.True(told[0]);
        Assert.All(Enumerable.Range(0, 39), tick => Assert.True(told[tick] || told[tick + 1]));
        Assert.InRange(told.Count(did => did), 20, 25);
    }

    [Fact]
    public void A_change_of_plan_is_told_at_once()
    {
        _robot.Position = new Vector2(2f, -1f);
        _robot.Fly(21);
        if (!_robot.TickRecord.DidTell)
        {
            _robot.Fly(1);
        }

        _robot.GoTo(-2f, 3f).Fly(1);

        Assert.True(_robot.TickRecord.DidTell);
    }

    private IntentionFrame Told()
    {
        var bytes = _robot.TickRecord.Told;
        Assert.Equal(FrameError.None, IntentionCodec.TryRead(bytes, out var frame));
        return frame;
    }
}
