using System.Text.Json;
using GenRL.Swarm.Sim.Scenarios.Robotarium;
using GenRL.Swarm.Sim.Scenarios.Robotarium.Sensors;

namespace GenRL.Swarm.Sim.Parity.Robotarium;

/// <summary>Scenes with walls, and what the range sensors measure without noise.</summary>
internal static class SensorsFile
{
    /// <summary>Runs it.</summary>
    public static void Run(JsonElement file, Comparison comparison)
    {
        var row = 0;
        foreach (var stored in GoldenMatrix.List(file, "rows").EnumerateArray())
        {
            var states = GoldenMatrix.Rows(stored, "x", 3);
            var poses = new Poses(states[0].Length);
            RobotariumComparison.ExpectCount(comparison, file, poses.Count);
            for (var i = 0; i < poses.Count; i++)
            {
                poses.Place(i, states[0][i], states[1][i], states[2][i]);
            }

            var distances = new double[poses.Count * RangeSensors.Stride];
            new RangeSensors(poses.Count).Measure(poses, Obstacles(stored), distances);
            var expected = GoldenMatrix.Rows(stored, "distances", RangeSensors.Count, poses.Count);
            for (var i = 0; i < poses.Count; i++)
            {
                for (var sensor = 0; sensor < RangeSensors.Count; sensor++)
                {
                    comparison.At(row, $"distance {sensor}, robot {i}");
                    comparison.Expect(Quantity.Observation, expected[sensor][i], distances[(i * RangeSensors.Stride) + sensor]);
                }
            }

            row++;
            comparison.Steps++;
        }
    }

    private static Segment[] Obstacles(JsonElement row)
    {
        var obstacles = GoldenMatrix.Member(row, "obstacles");
        if (obstacles.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        return
        [
            .. obstacles.EnumerateArray().Select(ends =>
            {
                var points = GoldenMatrix.Rows("obstacles", ends, 2, 2);
                return new Segment(points[0][0], points[0][1], points[1][0], points[1][1]);
            }),
        ];
    }
}
