using System.Numerics;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Models;
using GenRL.Swarm.TestKit;
using GenRL.Swarm.TestKit.Bundles;

namespace GenRL.Swarm.Onboard.Tests.Flight;

public sealed class SwapTests(PretrainedBundle pretrained) : IClassFixture<PretrainedBundle>
{
    [Fact]
    public void Between_two_ticks_everything_changes_but_the_plan()
    {
        using var next = Make(ActuatorModel.Nominal with { TimeConstant = 0.3f });
        var robot = new TestRobot(pretrained.Bundle).GoTo(3f, 0f);
        robot.Fly(10);
        var plan = robot.TickRecord.Plan.ToArray();
        Assert.True(robot.Agent.Surprise > 0f);
        Assert.Equal(0, robot.TickRecord.ReleaseEpoch);

        robot.Agent.Swap(next);

        Assert.Same(next, robot.Agent.Bundle);
        Assert.Equal(0f, robot.Agent.Surprise);
        robot.Coast(1);
        Assert.Equal(plan[1], robot.Verdict.Requested);
        robot.Fly(1);
        Assert.Equal(1, robot.TickRecord.ReleaseEpoch);
        Assert.Equal(TickFault.None, robot.TickRecord.Fault);
        Assert.True(robot.TickRecord.Candidates == next.WorldModel.Candidates);
    }

    [Fact]
    public void The_memory_starts_anew()
    {
        using var next = Make(ActuatorModel.Nominal);
        var robot = new TestRobot(pretrained.Bundle).GoTo(3f, 0f);
        robot.Fly(10);
        Assert.False(ImaginedFromNothing(pretrained.Bundle));

        robot.Agent.Swap(next);
        robot.Fly(1);

        Assert.True(ImaginedFromNothing(next));
    }

    [Fact]
    public void The_shield_takes_the_new_floors_parameters()
    {
        // The floor drifts by 0.4 m/s along x: what the shield lets through beside a wall differs.
        using var drifting = Make(ActuatorModel.Nominal with { Bias = new Vector2(0.4f, 0f) });
        var (calm, swapped) = (Approach(null), Approach(drifting));

        Assert.NotEqual(calm, swapped);

        Vector2 Approach(ModelBundle? next)
        {
            var robot = new TestRobot(pretrained.Bundle).GoTo(3f, 0f);
            robot.See((3, new Vector2(0.42f, 0f), Vector2.Zero));
            if (next is not null)
            {
                robot.Agent.Swap(next);
            }

            robot.Fly(1);
            return robot.Verdict.Allowed;
        }
    }

    [Fact]
    public void A_floor_that_the_shield_cannot_use_is_refused_and_nothing_changes()
    {
        using var singular = Make(new ActuatorModel(0.25f, 0f, 0f, 0f, 0f, 0f, Vector2.Zero));
        var robot = new TestRobot(pretrained.Bundle).GoTo(3f, 0f);
        robot.Fly(3);

        Assert.Throws<ArgumentException>(() => robot.Agent.Swap(singular));

        Assert.Same(pretrained.Bundle, robot.Agent.Bundle);
        robot.Fly(1);
        Assert.Equal(0, robot.TickRecord.ReleaseEpoch);
    }

    private static ModelBundle Make(ActuatorModel floor)
    {
        using var folder = new TempFolder();
        RandomBundle.Write(folder.Path, RandomBundle.Files(3, floor));
        return ModelBundle.Load(folder.Path, new ReleaseId(new string('b', 64)), new ModelBundleOptions(20, ["cpu"]));
    }

    /// <summary>Whether an empty memory gives what the last tick imagined.</summary>
    private static bool ImaginedFromNothing(ModelBundle bundle)
    {
        var imagined = bundle.Teammates.EgoPath.ToArray();
        bundle.Teammates.Run(new RecurrentState());
        return bundle.Teammates.EgoPath.SequenceEqual(imagined);
    }
}
