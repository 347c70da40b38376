using System.Numerics;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Agent.Planning;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Contracts.Planning;
using GenRL.Swarm.Learning.Expert;
using GenRL.Swarm.Learning.Policies.Probing;
using GenRL.Swarm.Sim.Batch;

namespace GenRL.Swarm.Learning.Tests.Expert;

public sealed class MppiExpertTests
{
    [Theory]
    [InlineData("crossing")]
    [InlineData("random-goals")]
    public void Four_experts_reach_their_goals_and_do_not_touch(string scenario)
    {
        var result = new ClosedLoopProbe(new SimWorlds()).OfExpert(
            new MppiSettings(), new ProbeSettings { Scenario = scenario, Episodes = 12, Ticks = 70 });

        Assert.True(result.Success >= 11 / 12.0, result.ToString());
        Assert.Equal(0, result.Collided);
    }

    [Fact]
    public void Knowing_a_turned_and_late_floor_it_still_arrives()
    {
        var hall = ActuatorModel.Rotated(0.6f, 1f, 0.61f, 0.2f);

        var result = new ClosedLoopProbe(new SimWorlds()).OfExpert(
            new MppiSettings(), new ProbeSettings { Floor = hall, Episodes = 6, Ticks = 100 });

        Assert.Equal(1, result.Success);
    }

    [Fact]
    public void It_goes_round_an_obstacle()
    {
        var plan = new Vector2[PlanShape.Horizon];
        Make(1).Plan(Vector2.Zero, Vector2.UnitX, [], Scene(new Vector2(0.6f, 0f)), plan);

        var path = new Vector2[PlanShape.Horizon];
        new DelayedLag(ActuatorModel.Nominal).Roll(Vector2.Zero, Vector2.UnitX, [], plan, path);
        Assert.All(path, p => Assert.True(Vector2.Distance(p, new Vector2(0.6f, 0f)) > 0.14f));
        Assert.True(path[^1].X > 0.7f, $"stuck at {path[^1]}");
    }

    [Fact]
    public void The_same_stream_gives_the_same_plan_and_another_one_another()
    {
        var (a, b, c) = (new Vector2[PlanShape.Horizon], new Vector2[PlanShape.Horizon], new Vector2[PlanShape.Horizon]);
        Make(1).Plan(Vector2.Zero, Vector2.Zero, [], Scene(Vector2.One), a);
        Make(1).Plan(Vector2.Zero, Vector2.Zero, [], Scene(Vector2.One), b);
        Make(2).Plan(Vector2.Zero, Vector2.Zero, [], Scene(Vector2.One), c);

        Assert.Equal(a, b);
        Assert.NotEqual(a, c);
    }

    [Fact]
    public void A_plan_allocates_nothing()
    {
        var expert = Make(1);
        var plan = new Vector2[PlanShape.Horizon];
        Vector2[] obstacle = [Vector2.One];
        var scene = new PlanScene { Goal = 2 * Vector2.UnitX, Radius = 0.12f, Steps = PlanShape.Horizon, Obstacles = obstacle };
        expert.Plan(Vector2.Zero, Vector2.Zero, [], scene, plan);

        var before = GC.GetAllocatedBytesForCurrentThread();
        expert.Plan(Vector2.Zero, Vector2.Zero, [], scene, plan);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static MppiExpert Make(ulong seed) => new(ActuatorModel.Nominal, new MppiSettings(), new RandomStream(seed, 0, 1));

    private static PlanScene Scene(Vector2 obstacle) =>
        new() { Goal = 2 * Vector2.UnitX, Radius = 0.12f, Steps = PlanShape.Horizon, Obstacles = new[] { obstacle } };
}
