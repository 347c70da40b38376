using System.Numerics;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.Models;
using GenRL.Swarm.Models.Runtime;
using GenRL.Swarm.Onboard.HotSwap;
using GenRL.Swarm.Onboard.Recording;
using GenRL.Swarm.Onboard.Safety;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Onboard.Tests.Flight;

public sealed class WarmUpTests
{
    private static readonly AgentOptions Body = new(new RobotId(RobotId.MaxValue), 0.12f, 1f, new ShieldOptions(), 1);

    [Fact]
    public void It_goes_through_every_stage()
    {
        using var bundle = Load();
        var (step, tick) = (new StepRecord(), new TickRecord());

        WarmUp.Run(Body, bundle, step, tick);

        Assert.Equal(TickFault.None, tick.Fault);
        Assert.Equal(4, tick.HeardCount);
        Assert.True(tick.DidTell);
        Assert.True(step.Verdict.Intervened);
        Assert.All(tick.Attended[..tick.AttendedCount], neighbour => Assert.True(neighbour.HasMessage && neighbour.Goal != neighbour.Position));
        Assert.Equal(4, tick.AttendedCount);
    }

    [Fact]
    public void A_release_that_was_warmed_up_flies_as_one_that_was_not_bit_for_bit()
    {
        using var cold = Load();
        using var warm = Load();
        WarmUp.Run(Body, warm);
        var (left, right) = (new TestRobot(cold).GoTo(3f, 1f), new TestRobot(warm).GoTo(3f, 1f));

        for (var n = 0; n < 20; n++)
        {
            Fly(left);
            Fly(right);
            Assert.Null(RecordComparison.Of(left.StepRecord, right.StepRecord));
            Assert.Null(RecordComparison.Of(left.TickRecord, right.TickRecord));
        }

        static void Fly(TestRobot robot)
        {
            robot.See((3, new Vector2(1.5f, 0.6f), new Vector2(-0.2f, 0f)));
            robot.Hear(robot.Frame(3, new Vector2(1.5f, 0.6f), new Vector2(-0.2f, 0f)));
            robot.Fly(1);
        }
    }

    private static ModelBundle Load()
    {
        OnnxRuntimeLibrary.Load();
        return ModelBundle.Load(Repository.PretrainedBundle, new ReleaseId(new string('a', 64)), new ModelBundleOptions(16, ["cpu"]));
    }
}
