using System.Text.Json.Nodes;
using GenRL.Swarm.Sim.Parity.Marbler;
using GenRL.Swarm.Sim.Parity.Tests.Waypoints;

namespace GenRL.Swarm.Sim.Parity.Tests.Marbler;

public sealed class MarblerGoldenTests
{
    private const string System = "marbler";

    private static readonly MarblerSystem Runner = new();

    public static TheoryData<string> Files => GoldenFiles.Of(System);

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_EachFile_Passes(string file)
    {
        var content = GoldenFiles.Read(System, file);

        var comparison = GoldenFiles.Run(Runner, content);

        Assert.True(comparison.Failure is null, comparison.Failure);
        Assert.Equal(content["steps"]!.AsArray().Count, comparison.Steps);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_AFileWithOneNumberChanged_FailsAndNamesIt(string file)
    {
        var content = GoldenFiles.Shortened(GoldenFiles.Read(System, file), 8);
        foreach (var path in Leaves.OneOfEachKind(content).ToList())
        {
            var changed = content.DeepClone();
            GoldenFiles.Change(changed, path, 100d * 1e-6);

            var complaint = GoldenFiles.Complaint(Runner, changed);

            Assert.True(complaint.Length > 0, $"{path} may be changed");
            var parts = path.Split('.');
            if (parts[0] == "steps" && !complaint.Contains("whole number", StringComparison.Ordinal))
            {
                Assert.Contains($"step {int.Parse(parts[1]) + 1}, {parts[2]}", complaint, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("scenario", "\"Chess\"", "scenario: \"Chess\"")]
    [InlineData("config.barrier_certificate", "\"magic\"", "barrier_certificate: \"magic\"")]
    [InlineData("config.step_dist", "\"far\"", "step_dist: \"far\"")]
    [InlineData("config.LEFT", "null", "LEFT: missing")]
    [InlineData("config.n_agents", "5", "poses: 18 values")]
    [InlineData("init.moon", "1", "moon: the scenario has no such state")]
    public void Run_WhatCannotBeRun_IsNamed(string path, string value, string reason)
    {
        var content = GoldenFiles.Read(System, "Warehouse-s21.json");
        var parts = path.Split('.');
        (parts.Length == 1 ? content : content[parts[0]]!)[parts[^1]] = JsonNode.Parse(value);

        Assert.Contains(reason, GoldenFiles.Complaint(Runner, content), StringComparison.Ordinal);
    }
}
