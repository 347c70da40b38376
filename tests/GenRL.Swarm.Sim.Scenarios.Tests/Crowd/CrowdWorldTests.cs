using System.Runtime.InteropServices;
using GenRL.Swarm.Sim.Engine.Lanes;
using GenRL.Swarm.Sim.Scenarios.Crowd;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Crowd;

public sealed class CrowdWorldTests
{
    private const int Robots = 60;
    private static readonly CrowdOptions Options = new(Robots, AreaPerRobot: 0.5f, Rays: 21);

    [Fact]
    public void Step_AtAnyWidth_GivesTheSameBytes()
    {
        var expected = Bytes<Lanes128<float>>();

        Assert.Equal(expected, Bytes<Lanes256<float>>());
        Assert.Equal(expected, Bytes<Lanes512<float>>());

        static byte[] Bytes<V>()
            where V : unmanaged, ILanes<V>
        {
            var run = new CrowdRun<V>(Options, 3);
            run.Steps(100);
            return [.. MemoryMarshal.AsBytes(run.Seen.AsSpan()), .. MemoryMarshal.AsBytes(run.Rewards.AsSpan())];
        }
    }

    [Fact]
    public void Step_InADenseCrowd_RobotsArePartedAndStayInTheirWorld()
    {
        var run = new CrowdRun<Lanes256<float>>(Options, 5);
        var (touched, deepest, limit) = (0, 0d, (Options.Side / 2f) - CrowdOptions.Radius);
        for (var step = 0; step < 300; step++)
        {
            run.Steps(1);
            var at = run.Positions();
            touched += run.Rewards.Count(reward => reward < -0.5f);
            for (var i = 0; i < Robots; i++)
            {
                Assert.True(MathF.Abs(at[i].X) <= limit && MathF.Abs(at[i].Y) <= limit);
                deepest = Math.Max(deepest, at[..i].Select(other => (2d * CrowdOptions.Radius) - Distance(at[i], other)).DefaultIfEmpty().Max());
            }
        }

        Assert.True(touched > 100, $"{touched} touched");
        Assert.InRange(deepest, 0d, CrowdOptions.Radius);
    }

    [Fact]
    public void Observe_InADenseCrowd_RaysLieBetweenNothingAndTheRange_AndNoneGoesThroughTheNearest()
    {
        var run = new CrowdRun<Lanes256<float>>(Options, 7);
        for (var step = 0; step < 50; step++)
        {
            run.Steps(1);
            var at = run.Positions();
            for (var robot = 0; robot < Robots; robot++)
            {
                var rays = run.Seen.AsSpan((robot * (CrowdRun<Lanes256<float>>.Own + Options.Rays)) + CrowdRun<Lanes256<float>>.Own, Options.Rays).ToArray();
                var nearest = at.Where((_, other) => other != robot).Min(other => Distance(at[robot], other)) - CrowdOptions.Radius;

                Assert.All(rays, ray => Assert.InRange(ray, 0f, Options.Range));
                Assert.True(rays.Min() >= Math.Min(nearest, ToWall(at[robot])) - 1e-4);
            }
        }

        static double ToWall((float X, float Y) at) => (Options.Side / 2d) - Math.Max(Math.Abs(at.X), Math.Abs(at.Y));
    }

    [Fact]
    public void Step_AtItsGoal_ARobotGetsOneAndAnotherGoal()
    {
        var run = new CrowdRun<Lanes256<float>>(new CrowdOptions(Robots, AreaPerRobot: 6f, Rays: 1), 9);
        var renewed = 0;
        for (var step = 0; step < 390; step++)
        {
            var goals = run.Goals();
            run.ToGoals();
            var (after, at) = (run.Goals(), run.Positions());
            for (var i = 0; i < Robots; i++)
            {
                // Who touches another at that moment has less.
                Assert.Equal(Distance(at[i], goals[i]) < 0.2, goals[i] != after[i]);
                Assert.True(run.Rewards[i] < 0.5f || goals[i] != after[i]);
                renewed += run.Rewards[i] > 0.9f ? 1 : 0;
            }
        }

        Assert.True(renewed > 10, $"{renewed} goals");
    }

    [Fact]
    public void Observe_AfterARestore_IsWhatWasSeen()
    {
        var run = new CrowdRun<Lanes128<float>>(Options, 11);
        run.Steps(20);
        var (saved, seen) = (run.Save(), run.Seen.ToArray());
        run.Steps(100);
        Assert.NotEqual(seen, run.Seen);

        run.Restore(saved);

        Assert.Equal(seen, run.Observe());
    }

    [Fact]
    public void Step_RobotsThatSeeLessFarThanTheyTouch_ArePartedAllTheSame()
    {
        var run = new CrowdRun<Lanes128<float>>(Options with { Range = 0.01f }, 5);
        var touched = 0;
        for (var step = 0; step < 300; step++)
        {
            run.Steps(1);
            touched += run.Rewards.Count(reward => reward < -0.5f);
        }

        Assert.True(touched > 100, $"{touched} touched");
    }

    [Fact]
    public void World_OfImpossibleNumbers_IsRefusedByName()
    {
        AssertRefused("Robots", Options with { Robots = 0 });
        AssertRefused("Rays", Options with { Rays = 0 });
        AssertRefused("MaxSteps", Options with { MaxSteps = 0 });
        AssertRefused("AreaPerRobot", Options with { Robots = 1, AreaPerRobot = 0.01f });
        foreach (var bad in (ReadOnlySpan<float>)[0f, -1f, float.NaN, float.PositiveInfinity])
        {
            AssertRefused("AreaPerRobot", Options with { AreaPerRobot = bad });
            AssertRefused("Range", Options with { Range = bad });
            AssertRefused("Dt", Options with { Dt = bad });
        }
    }

    private static void AssertRefused(string name, CrowdOptions options) =>
        Assert.Contains(name, Assert.Throws<ScenarioException>(() => new CrowdWorld<Lanes128<float>>(options)).Message, StringComparison.Ordinal);

    private static double Distance((float X, float Y) a, (float X, float Y) b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
