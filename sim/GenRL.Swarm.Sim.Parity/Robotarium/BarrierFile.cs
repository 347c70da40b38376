using System.Text.Json;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Certificates;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Controllers;

namespace GenRL.Swarm.Sim.Parity.Robotarium;

/// <summary>Scenes and wished inputs, and the certificate's quadratic program solved exactly.</summary>
internal static class BarrierFile
{
    /// <summary>Runs it.</summary>
    public static void Run(RobotariumRules rules, JsonElement file, Comparison comparison)
    {
        comparison.NotCompared.Add("out_default_tol: the noise of upstream's own solver");
        var options = rules.FindCertificate(GoldenMatrix.Text(file, "certificate"));
        var row = 0;
        foreach (var stored in GoldenMatrix.List(file, "rows").EnumerateArray())
        {
            var states = GoldenMatrix.Rows(stored, "x", options.PointAhead > 0d ? 3 : 2);
            var robots = states[0].Length;
            RobotariumComparison.ExpectCount(comparison, stored, robots);
            var certificate = new BarrierCertificate(options, robots);
            var wished = GoldenMatrix.Rows(stored, "u", 2, robots);
            var outputs = options.PointAhead > 0d ? Unicycles(certificate, states, wished) : Points(certificate, states, wished);
            Compare(stored, row, outputs, comparison);
            CompareProgram(stored, row, certificate, options, states, comparison);
            row++;
            comparison.Steps++;
        }
    }

    private static (double First, double Second)[] Points(BarrierCertificate certificate, double[][] states, double[][] wished)
    {
        Vector2D[] points = [.. states[0].Select((x, i) => new Vector2D(x, states[1][i]))];
        Vector2D[] velocities = [.. wished[0].Select((x, i) => new Vector2D(x, wished[1][i]))];
        certificate.Certify(points, velocities, velocities);
        return [.. velocities.Select(velocity => (velocity.X, velocity.Y))];
    }

    private static (double First, double Second)[] Unicycles(BarrierCertificate certificate, double[][] states, double[][] wished)
    {
        Twist[] commands = [.. wished[0].Select((speed, i) => new Twist(speed, wished[1][i]))];
        certificate.Certify(Stand(states), commands, commands);
        return [.. commands.Select(command => (command.Speed, command.Turn))];
    }

    private static Poses Stand(double[][] states)
    {
        var poses = new Poses(states[0].Length);
        for (var i = 0; i < poses.Count; i++)
        {
            poses.Place(i, states[0][i], states[1][i], states[2][i]);
        }

        return poses;
    }

    private static void Compare(JsonElement stored, int row, (double First, double Second)[] actual, Comparison comparison)
    {
        var expected = GoldenMatrix.Rows(stored, "out", 2, actual.Length);
        for (var i = 0; i < actual.Length; i++)
        {
            comparison.At(row, $"out, robot {i}");
            comparison.Expect(Quantity.Velocity, expected[0][i], actual[i].First);
            comparison.Expect(Quantity.Velocity, expected[1][i], actual[i].Second);
        }
    }

    private static void CompareProgram(
        JsonElement stored, int row, BarrierCertificate certificate, CertificateOptions options, double[][] states, Comparison comparison)
    {
        comparison.At(row, "qp_x");
        comparison.Expect(Quantity.Velocity, GoldenMatrix.Numbers(stored, "qp_x"), Variables(certificate, options, states));
        comparison.At(row, "active");
        comparison.Expect(
            Quantity.State,
            GoldenMatrix.Numbers(stored, "active"),
            [.. certificate.ActiveRows.ToArray().Order().Select(number => (double)number)]);
        comparison.At(row, "n_constraints");
        comparison.Expect(Quantity.State, GoldenMatrix.Number(stored, "n_constraints"), certificate.RowCount);
        comparison.At(row, "kkt");
        comparison.Expect(Quantity.State, GoldenMatrix.Number(stored, "kkt"), certificate.Residual);
    }

    // The program's variables as upstream has them: points' velocities, or wheels' speeds.
    private static double[] Variables(BarrierCertificate certificate, CertificateOptions options, double[][] states)
    {
        var velocities = certificate.Velocities.ToArray();
        if (options.Speed != SpeedLimit.Wheels)
        {
            return [.. velocities.SelectMany(velocity => (double[])[velocity.X, velocity.Y])];
        }

        var poses = Stand(states);
        return
        [
            .. velocities.SelectMany((velocity, i) =>
            {
                var (left, right) = Platform.Legacy.Wheels(UnicycleMaps.FromPoint(poses[i], velocity, options.PointAhead));
                return (double[])[left, right];
            }),
        ];
    }
}
