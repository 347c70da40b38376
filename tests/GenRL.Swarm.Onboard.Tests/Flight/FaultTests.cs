using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Perception;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Contracts.Safety;

namespace GenRL.Swarm.Onboard.Tests.Flight;

public sealed class FaultTests(PretrainedBundle pretrained) : IClassFixture<PretrainedBundle>
{
    private readonly TestRobot _robot = new TestRobot(pretrained.Bundle).GoTo(2f, 0f);

    public static TheoryData<string> Spoilers => new(BadFrames.Keys);

    private static Dictionary<string, Action<SensorFrame>> BadFrames => new(StringComparer.Ordinal)
    {
        ["position is not a number"] = frame => frame.Ego = frame.Ego with { Position = new Vector2(float.NaN, 0f) },
        ["velocity is infinite"] = frame => frame.Ego = frame.Ego with { Velocity = new Vector2(0f, float.PositiveInfinity) },
        ["heading is not a number"] = frame => frame.Ego = frame.Ego with { Heading = float.NaN },
        ["everything is not a number"] = frame => frame.Ego = new EgoState(new Vector2(float.NaN), new Vector2(float.NaN), float.NaN, float.NaN),
    };

    private static Dictionary<string, Action<SensorFrame>> BadCounts => new(StringComparer.Ordinal)
    {
        ["too many rays"] = frame => frame.RayCount = 1000,
        ["too many neighbours"] = frame => frame.NeighbourCount = 1000,
        ["fewer than no rays"] = frame => frame.RayCount = -1,
        ["fewer than no neighbours"] = frame => frame.NeighbourCount = -1,
    };

    public static TheoryData<string> Counts => new(BadCounts.Keys);

    [Theory]
    [MemberData(nameof(Spoilers))]
    public void Bad_own_state_is_a_named_fault_brakes_and_is_recovered_from(string what)
    {
        _robot.Fly(10);

        _robot.Fly(3, BadFrames[what]);

        Assert.Equal(TickFault.BadSensors, _robot.TickRecord.Fault);
        Assert.Equal(ShieldReason.NotFinite, _robot.Verdict.Reason);
        Assert.Equal(Vector2.Zero, _robot.Verdict.Allowed);
        Assert.False(_robot.TickRecord.DidTell);
        AssertArrives();
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void Impossible_counts_in_a_frame_are_a_named_reason_and_no_exception(string what)
    {
        _robot.Fly(10);

        _robot.Fly(2, BadCounts[what]);

        Assert.Equal(ShieldReason.NotFinite, _robot.Verdict.Reason);
        _robot.Sensors.RayCount = 0;
        _robot.Sensors.NeighbourCount = 0;
        AssertArrives();
    }

    [Fact]
    public void No_frame_at_all_and_a_stale_one_brake()
    {
        _robot.Fly(10);

        _robot.Step(null);
        Assert.Equal((ShieldReason.StaleSensors, Vector2.Zero), (_robot.Verdict.Reason, _robot.Verdict.Allowed));

        _robot.Sensors.Stamp = _robot.Now.Plus(-0.5);
        _robot.Step(_robot.Sensors);
        Assert.Equal((ShieldReason.StaleSensors, Vector2.Zero), (_robot.Verdict.Reason, _robot.Verdict.Allowed));
        AssertArrives();
    }

    [Fact]
    public void Without_a_goal_the_robot_stands_and_says_nothing()
    {
        _robot.Fly(8);
        Assert.True(_robot.Velocity.Length() > 0.3f);

        _robot.Agent.Assign(default);
        _robot.Fly(15);

        Assert.Equal(TickFault.NoGoal, _robot.TickRecord.Fault);
        Assert.Equal(ShieldReason.NoPlan, _robot.Verdict.Reason);
        Assert.False(_robot.TickRecord.DidTell);
        Assert.InRange(_robot.Velocity.Length(), 0f, 0.02f);
        _robot.GoTo(2f, 0f);
        AssertArrives();
    }

    [Fact]
    public void Models_that_give_no_number_leave_the_plan_in_force_until_it_is_spent()
    {
        _robot.Fly(6);
        var plan = _robot.TickRecord.Plan.ToArray();
        var made = _robot.Now.Plus(-PlanShape.TickSeconds);
        var commands = new List<(double Age, ShieldVerdict Verdict)>();

        for (var tick = 0; tick < 10; tick++)
        {
            _robot.Sensors.Stamp = _robot.Now;
            _robot.Sensors.Ego = new EgoState(_robot.Position, new Vector2(1e38f, 1e38f), 0f, 0f);
            _robot.Agent.Tick(_robot.Sensors, _robot.Now, _robot.TickRecord);
            Assert.Equal(TickFault.BadModelOutput, _robot.TickRecord.Fault);
            for (var step = 0; step < PlanShape.StepsPerTick; step++)
            {
                commands.Add((Stamp.Seconds(made, _robot.Now), default));
                _robot.Coast(1);
                commands[^1] = (commands[^1].Age, _robot.Verdict);
            }
        }

        foreach (var (age, verdict) in commands)
        {
            if (age < 0.78)
            {
                Assert.Equal(plan[(int)((age + 0.01) / 0.1)], verdict.Requested);
            }
            else if (age > 0.8)
            {
                Assert.Equal((ShieldReason.NoPlan, Vector2.Zero), (verdict.Reason, verdict.Allowed));
            }
        }

        AssertArrives();
    }

    [Fact]
    public void A_planner_that_hangs_brakes_the_robot_when_its_plan_is_spent()
    {
        _robot.Fly(6);

        _robot.Coast(30);
        Assert.NotEqual(ShieldReason.NoPlan, _robot.Verdict.Reason);
        _robot.Coast(20);

        Assert.Equal(ShieldReason.NoPlan, _robot.Verdict.Reason);
        AssertArrives();
    }

    [Fact]
    public void After_ticks_without_a_plan_the_told_plan_is_as_old_as_it_is()
    {
        _robot.Fly(6);
        var plan = _robot.TickRecord.Plan.ToArray();
        _robot.Fly(3, BadFrames["heading is not a number"]);

        _robot.Fly(1);

        // Four ticks after it was made: candidate 0 is what is left of the plan.
        var candidate = pretrained.Bundle.WorldModel.Plans;
        for (var t = 0; t < PlanShape.Horizon; t++)
        {
            Assert.Equal(plan[Math.Min(t + 4, PlanShape.Horizon - 1)], new Vector2(candidate[2 * t], candidate[(2 * t) + 1]));
        }
    }

    private void AssertArrives()
    {
        _robot.Fly(60);
        Assert.Equal(TickFault.None, _robot.TickRecord.Fault);
        Assert.InRange(Vector2.Distance(_robot.Position, new Vector2(2f, 0f)), 0f, 0.12f);
    }
}
