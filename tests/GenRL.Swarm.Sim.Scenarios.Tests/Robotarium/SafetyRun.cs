using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;

namespace GenRL.Swarm.Sim.Scenarios.Tests.Robotarium;

/// <summary>Drives random teams under a certificate and keeps the least barrier seen.</summary>
internal sealed class SafetyRun(CertificateOptions options, Platform platform, bool limited, ulong seed)
{
    private readonly RandomStream _random = new(seed, 0, 0);

    /// <summary>The least of all barriers, m: how much further apart than the radius two points were, or how far inside its margin one.</summary>
    public double LeastBarrier { get; private set; } = double.PositiveInfinity;

    public long ActiveRows { get; private set; }

    public long Infeasible { get; private set; }

    public int Touching { get; private set; }

    public override string ToString() =>
        $"least barrier {LeastBarrier:E3} m, {Touching} touching, {ActiveRows} active rows, {Infeasible} infeasible";

    public void Run(int scenes, int steps)
    {
        for (var scene = 0; scene < scenes; scene++)
        {
            RunScene(4 + _random.NextInt32(9), steps);
        }
    }

    private void RunScene(int robots, int steps)
    {
        var poses = new Poses(robots);
        var certificate = new BarrierCertificate(options, robots);
        var counters = new SafetyCounters(robots);
        do
        {
            for (var i = 0; i < robots; i++)
            {
                poses.Place(i, 1.3 * _random.NextSingle(-1f, 1f), 0.75 * _random.NextSingle(-1f, 1f), Math.PI * _random.NextSingle(-1f, 1f));
            }
        }
        while (Barrier(poses) < 0d);

        var (wished, commands) = (new Vector2D[robots], new Twist[robots]);
        var towards = new Vector2D[robots];
        for (var step = 0; step < steps; step++)
        {
            // Commands that seek company: everyone towards a point that changes now and then.
            if (step % 40 == 0)
            {
                towards = QuadraticProgram.RandomVectors(_random, robots, step % 80 == 0 ? 0.2 : 1.5);
            }

            for (var i = 0; i < robots; i++)
            {
                wished[i] = (towards[i] - poses[i].Position).CappedTo(0.25);
                commands[i] = new Twist(0.2 * _random.NextSingle(-1f, 1f), 3.6 * _random.NextSingle(-1f, 1f));
                commands[i] = step % 3 == 0 ? commands[i] : UnicycleMaps.Steer(poses[i], wished[i]);
            }

            Advance(certificate, counters, poses, wished, commands);
            LeastBarrier = Math.Min(LeastBarrier, Barrier(poses));
        }

        ActiveRows += certificate.Tally.ActiveRows;
        Infeasible += certificate.Tally.Infeasible;
        Touching += counters.PairsTouching;
    }

    private void Advance(BarrierCertificate certificate, SafetyCounters counters, Poses poses, Vector2D[] wished, Twist[] commands)
    {
        if (options.PointAhead == 0d)
        {
            Vector2D[] points = [.. wished.Select((_, i) => poses[i].Position)];
            certificate.Certify(points, wished, wished);
            for (var i = 0; i < wished.Length; i++)
            {
                points[i] += Platform.TimeStep * wished[i];
                poses.Place(i, points[i].X, points[i].Y, poses.Heading[i]);
            }

            return;
        }

        certificate.Certify(poses, commands, commands);
        if (limited)
        {
            for (var i = 0; i < commands.Length; i++)
            {
                commands[i] = platform.Saturate(commands[i]);
            }
        }

        UnicycleDynamics.Step(poses, commands);
        counters.Count(platform, Arena.Testbed, poses, commands);
    }

    private double Barrier(Poses poses)
    {
        var least = double.PositiveInfinity;
        for (var i = 0; i < poses.Count; i++)
        {
            var point = poses[i].Ahead(options.PointAhead);
            for (var j = 0; j < i; j++)
            {
                least = Math.Min(least, (point - poses[j].Ahead(options.PointAhead)).Length - options.Radius);
            }

            if (options.Sides is { } sides)
            {
                var inside = Math.Min(sides.HalfLength - Math.Abs(point.X), sides.HalfWidth - Math.Abs(point.Y));
                least = Math.Min(least, inside - (options.Radius / 2d));
            }
        }

        return least;
    }
}
