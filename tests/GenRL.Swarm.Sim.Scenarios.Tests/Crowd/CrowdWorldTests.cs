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
    public void Observe_InADenseCrowd_RaysEndWhereScalarRaysEnd()
    {
        var options = Options with { Range = 1f };
        var (run, wrong) = (new CrowdRun<Lanes256<float>>(options, 7), 0);
        for (var step = 0; step < 200; step++)
        {
            run.Steps(1);
            var (at, faces) = (run.Positions(), run.Faces());
            for (var robot = 0; robot < Robots; robot++)
            {
                var rays = run.Rays(robot);
                Assert.All(rays, ray => Assert.InRange(ray, 0f, options.Range));
                wrong += rays.Where((ray, i) => Math.Abs(ray - Ray(options, at, robot, Turned(faces[robot], Math.Tau * i / rays.Length))) > 2e-4).Count();
            }
        }

        Assert.Equal(0, wrong);
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

    /// <summary>How far one ray goes among all robots and walls.</summary>
    private static double Ray(CrowdOptions options, (float X, float Y)[] at, int robot, (double Cos, double Sin) ray)
    {
        var (nearest, half, own) = ((double)options.Range, options.Side / 2d, at[robot]);
        for (var other = 0; other < at.Length; other++)
        {
            var (dx, dy) = ((double)at[other].X - own.X, (double)at[other].Y - own.Y);
            var (along, aside) = ((dx * ray.Cos) + (dy * ray.Sin), (dx * ray.Sin) - (dy * ray.Cos));
            if (other != robot && along >= 0d && Math.Abs(aside) <= CrowdOptions.Radius)
            {
                nearest = Math.Min(nearest, Math.Max(along - Math.Sqrt((CrowdOptions.Radius * CrowdOptions.Radius) - (aside * aside)), 0d));
            }
        }

        var toX = ray.Cos > 0d ? (half - own.X) / ray.Cos : (-half - own.X) / ray.Cos;
        var toY = ray.Sin > 0d ? (half - own.Y) / ray.Sin : (-half - own.Y) / ray.Sin;
        return Math.Min(nearest, Math.Min(toX, toY));
    }

    private static (double Cos, double Sin) Turned((float X, float Y) face, double by) =>
        ((face.X * Math.Cos(by)) - (face.Y * Math.Sin(by)), (face.Y * Math.Cos(by)) + (face.X * Math.Sin(by)));

    private static double Distance((float X, float Y) a, (float X, float Y) b) => Math.Sqrt(((a.X - b.X) * (a.X - b.X)) + ((a.Y - b.Y) * (a.Y - b.Y)));
}
