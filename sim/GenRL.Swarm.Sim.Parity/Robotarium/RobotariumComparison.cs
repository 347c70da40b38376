using System.Globalization;
using System.Text.Json;
using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Parity.Robotarium;

/// <summary>Compares what the files of both simulators store in the same shape.</summary>
internal static class RobotariumComparison
{
    /// <summary>The number of robots that the file names.</summary>
    public static void ExpectCount(Comparison comparison, JsonElement parent, int actual)
    {
        comparison.At(0, "N");
        comparison.Expect(Quantity.State, GoldenMatrix.Number(parent, "N"), actual);
    }

    /// <summary>Reads commands: rows speed, turn.</summary>
    public static void Read(double[][] rows, Span<Twist> commands)
    {
        for (var i = 0; i < commands.Length; i++)
        {
            commands[i] = new Twist(rows[0][i], rows[1][i]);
        }
    }

    /// <summary>Commands: rows speed, turn.</summary>
    public static void Expect(Comparison comparison, int step, string what, double[][] expected, ReadOnlySpan<Twist> actual)
    {
        for (var i = 0; i < actual.Length; i++)
        {
            comparison.At(step, $"{what}, robot {i}");
            comparison.Expect(Quantity.Velocity, expected[0][i], actual[i].Speed);
            comparison.Expect(Quantity.Velocity, expected[1][i], actual[i].Turn);
        }
    }

    /// <summary>Poses: rows x, y, heading.</summary>
    public static void Expect(Comparison comparison, int step, double[][] expected, Poses actual)
    {
        for (var i = 0; i < actual.Count; i++)
        {
            comparison.At(step, $"pose, robot {i}");
            comparison.Expect(Quantity.Position, expected[0][i], actual.X[i]);
            comparison.Expect(Quantity.Position, expected[1][i], actual.Y[i]);
            comparison.Expect(Quantity.Position, expected[2][i], actual.Heading[i]);
        }
    }

    /// <summary>
    /// The file's final_errors; counters that are missing are zero, texts among them only say in words what the counters mean. Steps in which
    /// rounding decides may count or not in the free run; one step at a time they are decided on the file's own commands.
    /// </summary>
    public static void ExpectErrors(Comparison comparison, int step, JsonElement file, RobotariumRules rules, RobotariumTeam team)
    {
        var errors = GoldenMatrix.Member(file, "final_errors");
        foreach (var error in errors.EnumerateObject())
        {
            if (error.Value.ValueKind != JsonValueKind.String && !rules.Errors.Contains(error.Name))
            {
                throw new GoldenException($"final_errors: {rules.System} has none named \"{error.Name}\"");
            }
        }

        foreach (var name in rules.Errors)
        {
            comparison.At(step, $"final_errors, {name}");
            var present = errors.TryGetProperty(name, out var stored);
            switch (name)
            {
                case "boundary" or "collision":
                    ExpectPerRobot(comparison, present ? stored : null, name == "boundary" ? team.Counters.Outside : team.Counters.Touching);
                    break;
                case "robots_outside_boundaries":
                    comparison.Expect(Quantity.State, Count(errors, name), team.Counters.StepsOutside);
                    break;
                case "robots_too_close":
                    comparison.Expect(Quantity.State, Count(errors, name), team.Counters.PairsTouching);
                    break;
                default:
                    ExpectExceeding(comparison, Count(errors, name), team);
                    break;
            }
        }
    }

    private static double Count(JsonElement errors, string name) => errors.TryGetProperty(name, out _) ? GoldenMatrix.Number(errors, name) : 0d;

    private static void ExpectExceeding(Comparison comparison, double expected, RobotariumTeam team)
    {
        var ties = comparison.OneStep ? 0 : team.StepsAtLimit;
        var exceeding = team.Counters.StepsExceeding;
        var nearest = Math.Clamp(Math.Round(expected), Math.Max(0, exceeding - ties), exceeding + ties);
        comparison.Expect(Quantity.State, expected, nearest);
    }

    // Stored as an object from robots' numbers to counts, those that are zero left out.
    private static void ExpectPerRobot(Comparison comparison, JsonElement? stored, ReadOnlySpan<int> actual)
    {
        var expected = new double[actual.Length];
        foreach (var robot in stored?.EnumerateObject() ?? default)
        {
            if (!int.TryParse(robot.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number >= expected.Length)
            {
                throw new GoldenException($"final_errors: there is no robot \"{robot.Name}\"");
            }

            expected[number] = GoldenMatrix.Number(stored!.Value, robot.Name);
        }

        for (var i = 0; i < actual.Length; i++)
        {
            comparison.Expect(Quantity.State, expected[i], actual[i]);
        }
    }
}
