using System.Numerics;
using GenRL.Swarm.Cli.Demo.Reporting;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;
using GenRL.Swarm.Contracts.Wire;

namespace GenRL.Swarm.Cli.Tests.Demo;

public sealed class RobotTallyTests
{
    private readonly RobotTally _tally = new(robot: 2, new HashSet<int> { 4, 5 });

    [Fact]
    public void Steps_CountInThePhaseOnly_WithGapsAndInterventions()
    {
        _tally.Add(Step(0, ShieldReason.Neighbour));
        _tally.Add(Tick(0, mission: 3));
        _tally.Add(Step(20));
        _tally.Add(Tick(1, mission: 4));
        _tally.Add(Step(40));
        _tally.Add(Step(101, ShieldReason.Obstacle));
        _tally.Add(Step(128));

        var figures = _tally.Figures;
        Assert.Equal((2, 3L, 1L, 2L), (figures.Robot, figures.Steps, figures.IntervenedSteps, figures.MissedSteps));
    }

    [Fact]
    public void Ticks_GiveDurationsAndWhatNoLogHolds()
    {
        foreach (var tick in (long[])[10, 11, 12, 15, 16])
        {
            _tally.Add(Tick(tick, mission: 5, milliseconds: tick == 16 ? 120 : tick));
        }

        var figures = _tally.Figures;
        Assert.Equal((5L, 1L, 2L), (figures.Ticks, figures.LateTicks, figures.TicksNotInLogs));
        Assert.Equal(12, figures.TickP50Ms, 3);
        Assert.Equal(120, figures.TickP99Ms, 3);
    }

    [Fact]
    public void Frames_LostOnTheWay_ShowAsGapsInTheirNumbersAcrossTheWrap()
    {
        _tally.Add(Tick(0, mission: 4, heard: [(1, 253), (3, 9)]));
        _tally.Add(Tick(1, mission: 4, heard: [(1, 254), (1, 1), (3, 10), (3, 10)]));
        _tally.Add(Tick(2, mission: 4, heard: [(3, 8)], told: true));

        var figures = _tally.Figures;
        Assert.Equal((7L, 2L), (figures.FramesHeard, figures.FramesLost));
        Assert.Equal((1L, 24L), (figures.FramesTold, figures.BytesTold));
    }

    [Fact]
    public void Nothing_IsNoughts() => Assert.Equal(new RobotFigures { Robot = 2 }, _tally.Figures);

    private static StepRecord Step(int milliseconds, ShieldReason reason = ShieldReason.None) => new()
    {
        Now = new Stamp(milliseconds * 1_000_000L), Verdict = new ShieldVerdict(default, default, reason, 0f),
    };

    private static TickRecord Tick(
        long number, int mission, float milliseconds = 1, (ushort Sender, byte Sequence)[]? heard = null, bool told = false)
    {
        var tick = new TickRecord
        {
            Tick = new TickNumber(number), Goal = new GoalAssignment(mission, Vector2.Zero, true), DidTell = told,
            Timings = new TickTimings(0, 0, 0, 0, 0, milliseconds / 1e3f),
        };
        foreach (var (sender, sequence) in heard ?? [])
        {
            var bytes = default(FrameBytes);
            IntentionCodec.Write(
                new IntentionFrame(IntentionCodec.LinearCodec, 0, new RobotId(sender), default, 0, sequence, 0, 0, Vector2.Zero, Vector2.Zero, default, 0, 0), bytes);
            tick.Heard[tick.HeardCount++] = new HeardFrame(default, bytes, null);
        }

        return tick;
    }
}
