using GenRL.Swarm.Sim.Engine.Bodies;
using GenRL.Swarm.Sim.Engine.Randomisation;
using GenRL.Swarm.Sim.Scenarios.Swarm;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Swarm;

/// <summary>Rewards, number by number, against what agents see of their task.</summary>
public sealed class RewardTests
{
    [Fact]
    public void Crossing_IsMetresNearer() =>
        Progress(new CrossingOptions { Randomisation = RandomisationSpec.Nominal }, seen => (seen[^2], seen[^1]), _ => 0d);

    [Fact]
    public void Doorway_IsMetresNearer_MinusTheUrgency() => Progress(new DoorwayOptions(), seen => (seen[^5], seen[^4]), seen => seen[^1]);

    [Fact]
    public void Intersection_IsMetresNearer_MinusTheTime() => Progress(new IntersectionOptions(Carts: 0), seen => (seen[^2], seen[^1]), _ => 0.02);

    [Fact]
    public void Formation_IsTheDistanceFromTheCorner()
    {
        using var pilot = new Pilot(new FormationOptions(1)).Fly(Scripts.Idle, 1);

        for (var world = 0; world < Pilot.Worlds; world++)
        {
            Assert.Equal(-0.1 * Length(pilot.Seen(world, 0)[^4..^2]), pilot.Earned(world, 0), 1e-5);
        }
    }

    [Fact]
    public void Flocking_AllOneWay_IsTheShareOfTheTopSpeed_LessMetresAstray()
    {
        using var alone = new Pilot(new FlockingOptions(1, 0)).Fly((_, _, _) => (0.5, 0d), 12);
        using var two = new Pilot(new FlockingOptions(2, 0)).Fly((_, _, _) => (0.5, 0d), 12);

        Assert.InRange(Enumerable.Range(0, Pilot.Worlds).Max(world => alone.Earned(world, 0)), 0.049, 0.0501);
        Assert.InRange(two.Earned(0, 0), -0.5, 0.0501);
        Assert.True(two.Earned(0, 0) < alone.Earned(0, 0));
    }

    [Fact]
    public void Rendezvous_AllAtASite_IsItsWorthToEach()
    {
        using var pilot = new Pilot(new RendezvousOptions(2, 1));
        var checkedEnds = 0;
        for (var step = 0; step < 100; step++)
        {
            var worths = Enumerable.Range(0, Pilot.Worlds).Select(world => pilot.Seen(world, 1)[^1]).ToList();
            var finished = pilot.Finished;
            pilot.Fly((_, _, seen) => Scripts.Past(seen, seen[^3], seen[^2], clear: 0.4), 1);
            for (var world = 0; world < Pilot.Worlds && pilot.Finished > finished; world++)
            {
                // Who has not met pays 0.01, and perhaps for touching.
                if (pilot.Earned(world, 1) > 0f)
                {
                    Assert.Equal((10d * worths[world]) - 0.01, pilot.Earned(world, 1), 1e-4);
                    checkedEnds++;
                }
            }
        }

        Assert.True(checkedEnds > 10);
    }

    [Fact]
    public void TouchingAnother_CostsOneEach()
    {
        using var pilot = new Pilot(new CrossingOptions(2) { Randomisation = RandomisationSpec.Nominal });
        var least = 0f;
        for (var step = 0; step < 30; step++)
        {
            pilot.Fly((_, _, seen) => Scripts.Towards(seen[^2], seen[^1]), 1);
            least = Math.Min(least, pilot.Earned(0, 0));
        }

        Assert.InRange(least, -1.2f, -0.8f);
    }

    [Fact]
    public void TouchingAWall_CostsOne()
    {
        using var pilot = new Pilot(new CrossingOptions(1) { Randomisation = RandomisationSpec.Nominal });

        pilot.Fly((_, _, _) => (1d, 0d), 60);

        Assert.All(Enumerable.Range(0, Pilot.Worlds), world => Assert.InRange(pilot.Earned(world, 0), -1.01f, -0.99f));
    }

    /// <summary>Robot 0 goes for its goal while the others stand; its rewards are the metres that it sees itself come nearer, less a cost per step.</summary>
    private static void Progress(IBodyScenarioFactory options, Func<float[], (float X, float Y)> goal, Func<float[], double> cost)
    {
        using var pilot = new Pilot(options);
        var before = Enumerable.Range(0, Pilot.Worlds).Select(world => pilot.Seen(world, 0)).ToList();

        pilot.Fly(
            (agent, _, seen) =>
            {
                var (x, y) = goal(seen.ToArray());
                return agent == 0 ? Scripts.Towards(x, y) : (0d, 0d);
            },
            1);

        for (var world = 0; world < Pilot.Worlds; world++)
        {
            var (from, to) = (goal(before[world]), goal(pilot.Seen(world, 0)));
            var nearer = Length([from.X, from.Y]) - Length([to.X, to.Y]);
            Assert.True(nearer > 0.01);
            Assert.Equal(nearer - cost(before[world]), pilot.Earned(world, 0), 1e-5);
        }
    }

    private static double Length(float[] vector) => Math.Sqrt((vector[0] * vector[0]) + (vector[1] * vector[1]));
}
