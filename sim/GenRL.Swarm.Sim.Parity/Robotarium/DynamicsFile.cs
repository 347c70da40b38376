using System.Text.Json;
using GenRL.Swarm.Sim.Scenarios.Robotarium;

namespace GenRL.Swarm.Sim.Parity.Robotarium;

/// <summary>Commands from the file, limited and integrated.</summary>
internal static class DynamicsFile
{
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
        var team = new RobotariumTeam(rules, robots);
        var commands = new Twist[robots];
        var before = initial;
        var step = 0;
        foreach (var stored in GoldenMatrix.List(file, "steps").EnumerateArray())
        {
            if (comparison.OneStep || step == 0)
            {
                team.Place(before);
            }

            RobotariumComparison.Read(GoldenMatrix.Rows(stored, "cmd", 2, robots), commands);
            team.Step(commands, commands);
            RobotariumComparison.Expect(comparison, step, "applied", GoldenMatrix.Rows(stored, "applied", 2, robots), team.Applied);
            before = GoldenMatrix.Rows(stored, "pose", 3, robots);
            RobotariumComparison.Expect(comparison, step, before, team.Poses);
            step++;
            comparison.Steps += comparison.OneStep ? 0 : 1;
        }

        RobotariumComparison.ExpectErrors(comparison, step, file, rules, team);
    }
}
