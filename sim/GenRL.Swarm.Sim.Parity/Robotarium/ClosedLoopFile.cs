using System.Text.Json;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;

namespace GenRL.Swarm.Sim.Parity.Robotarium;

/// <summary>Robots drive to goals: position controller, map to unicycles, certificate, step. Nothing but the start is read from the file.</summary>
internal static class ClosedLoopFile
{
    /// <summary>Whether the file has a certificate in its loop.</summary>
    public static bool HasCertificate(JsonElement file) => GoldenMatrix.Member(file, "certificate").ValueKind != JsonValueKind.Null;

    /// <summary>Runs it.</summary>
    public static void Run(RobotariumRules rules, JsonElement file, Comparison comparison)
    {
        var initial = GoldenMatrix.Rows(file, "initial", 3);
        var robots = initial[0].Length;
        RobotariumComparison.ExpectCount(comparison, file, robots);
        Run(rules, file, comparison, initial, robots);
        comparison.OneStep = true;
        Run(rules, file, comparison, initial, robots);
    }

    private static void Run(RobotariumRules rules, JsonElement file, Comparison comparison, double[][] initial, int robots)
    {
        var goals = GoldenMatrix.Rows(file, "goals", 2, robots);
        var options = HasCertificate(file) ? rules.FindCertificate(GoldenMatrix.Text(file, "certificate")) : null;
        var certificate = options is null ? null : new BarrierCertificate(options, robots);
        var team = new RobotariumTeam(rules, robots);
        var (commands, storedCommands) = (new Twist[robots], new Twist[robots]);
        var before = initial;
        var step = 0;
        foreach (var stored in GoldenMatrix.List(file, "steps").EnumerateArray())
        {
            if (comparison.OneStep || step == 0)
            {
                team.Place(before);
            }

            Control(rules, team.Poses, goals, certificate, options, commands);
            var set = GoldenMatrix.Rows(stored, "cmd", 2, robots);
            RobotariumComparison.Expect(comparison, step, "cmd", set, commands);
            RobotariumComparison.Read(set, storedCommands);
            team.Step(commands, comparison.OneStep ? storedCommands : commands);
            before = GoldenMatrix.Rows(stored, "pose", 3, robots);
            RobotariumComparison.Expect(comparison, step, before, team.Poses);
            step++;
            comparison.Steps += comparison.OneStep ? 0 : 1;
        }

        RobotariumComparison.ExpectErrors(comparison, step, file, rules, team);
        // Upstream's solutions that could not be brought to the optimum; ours are there but for those without any.
        comparison.At(step, "qp_unpolished");
        var unsolved = certificate is null ? 0L : certificate.Tally.Infeasible + certificate.Tally.GivenUp;
        comparison.Expect(Quantity.State, GoldenMatrix.Number(file, "qp_unpolished"), unsolved);
    }

    private static void Control(
        RobotariumRules rules, Poses poses, double[][] goals, BarrierCertificate? certificate, CertificateOptions? options, Span<Twist> commands)
    {
        var velocities = new Vector2D[poses.Count];
        var points = new Vector2D[poses.Count];
        for (var i = 0; i < poses.Count; i++)
        {
            points[i] = poses[i].Position;
            velocities[i] = rules.Position.Control(points[i], new Vector2D(goals[0][i], goals[1][i]));
        }

        // Certificates of points come before the map to unicycles, those of unicycles after it.
        if (options is { PointAhead: 0d })
        {
            certificate!.Certify(points, velocities, velocities);
        }

        for (var i = 0; i < poses.Count; i++)
        {
            commands[i] = rules.Steer(poses[i], velocities[i]);
        }

        if (options is { PointAhead: > 0d })
        {
            certificate!.Certify(poses, commands, commands);
        }
    }
}
