using System.Text.Json;

namespace GenRL.Swarm.Sim.Parity.Robotarium;

/// <summary>Rows of inputs, and of what each map and controller makes of them.</summary>
internal static class MapsFile
{
    private static readonly string[] Inputs = ["x", "dxi", "dxu", "goal"];

    /// <summary>Runs it.</summary>
    public static void Run(RobotariumRules rules, JsonElement file, Comparison comparison)
    {
        var row = 0;
        foreach (var stored in GoldenMatrix.List(file, "rows").EnumerateArray())
        {
            var inputs = new MapInputs(stored);
            RobotariumComparison.ExpectCount(comparison, file, inputs.Robots);
            foreach (var output in stored.EnumerateObject())
            {
                if (!Inputs.Contains(output.Name))
                {
                    Compare(rules, output.Name, GoldenMatrix.Rows(stored, output.Name, 2, inputs.Robots), inputs, comparison, row);
                }
            }

            row++;
            comparison.Steps++;
        }
    }

    private static void Compare(RobotariumRules rules, string name, double[][] expected, MapInputs inputs, Comparison comparison, int row)
    {
        var map = RobotariumMaps.Find(rules, name);
        for (var i = 0; i < inputs.Robots; i++)
        {
            comparison.At(row, $"{name}, robot {i}");
            var (first, second) = map(inputs, i);
            comparison.Expect(Quantity.Velocity, expected[0][i], first);
            comparison.Expect(Quantity.Velocity, expected[1][i], second);
        }
    }
}
