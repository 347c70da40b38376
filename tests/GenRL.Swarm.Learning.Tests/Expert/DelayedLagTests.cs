using System.Numerics;
using GenRL.Swarm.Agent.Kinematics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Expert;

namespace GenRL.Swarm.Learning.Tests.Expert;

public sealed class DelayedLagTests
{
    private static readonly Vector2[] Plan =
        [.. Enumerable.Range(0, PlanShape.Horizon).Select(t => new Vector2(MathF.Cos(t), MathF.Sin(2 * t)))];

    [Fact]
    public void Without_delay_the_first_command_acts_at_once()
    {
        var path = Roll(ActuatorModel.Nominal, []);

        var (p, v) = (Vector2.Zero, Vector2.Zero);
        new FirstOrderLag(ActuatorModel.Nominal, PlanShape.TickSeconds).Advance(ref p, ref v, Plan[0]);
        Assert.Equal(p, path[0]);
    }

    [Fact]
    public void Commands_on_their_way_act_first()
    {
        var late = ActuatorModel.Nominal with { Delay = 0.2f };

        var path = Roll(late, [Vector2.UnitX, -Vector2.UnitX]);

        Vector2[] felt = [Vector2.UnitX, -Vector2.UnitX, .. Plan];
        var expected = new Vector2[PlanShape.Horizon];
        new DelayedLag(ActuatorModel.Nominal).Roll(Vector2.Zero, Vector2.Zero, [], felt.AsSpan(0, PlanShape.Horizon), expected);
        Assert.Equal(expected, path);
    }

    [Fact]
    public void A_delay_between_two_ticks_is_close_to_fine_steps()
    {
        var late = ActuatorModel.Nominal with { Delay = 0.14f };

        var path = Roll(late, [Vector2.UnitX, -Vector2.UnitX]);

        Vector2[] given = [Vector2.UnitX, -Vector2.UnitX, .. Plan];
        var fine = new FirstOrderLag(ActuatorModel.Nominal, 0.02f);
        var (p, v) = (Vector2.Zero, Vector2.Zero);
        for (var step = 0; step < 5 * PlanShape.Horizon; step++)
        {
            fine.Advance(ref p, ref v, given[2 + (int)MathF.Floor((step - 7) / 5f)]);
            if (step % 5 == 4)
            {
                Assert.InRange(Vector2.Distance(p, path[step / 5]), 0f, 0.015f);
            }
        }
    }

    private static Vector2[] Roll(ActuatorModel floor, Vector2[] pending)
    {
        var path = new Vector2[PlanShape.Horizon];
        new DelayedLag(floor).Roll(Vector2.Zero, Vector2.Zero, pending, Plan, path);
        return path;
    }
}
