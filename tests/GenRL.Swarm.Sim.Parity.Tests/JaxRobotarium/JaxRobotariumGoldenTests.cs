using System.Text.Json.Nodes;
using GenRL.Swarm.Sim.Parity.JaxRobotarium;
using GenRL.Swarm.Sim.Parity.Tests.Waypoints;

namespace GenRL.Swarm.Sim.Parity.Tests.JaxRobotarium;

public sealed class JaxRobotariumGoldenTests
{
    private const string System = "jaxrobotarium";

    private static readonly JaxRobotariumSystem Runner = new();

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
            GoldenFiles.Change(changed, path, 100d * (content["barrier"]!.GetValue<string>() == "none" ? 1e-9 : 1e-6));

            var complaint = GoldenFiles.Complaint(Runner, changed);

            Assert.True(complaint.Length > 0, $"{path} may be changed");
            var parts = path.Split('.');
            if (parts[0] == "steps" && !complaint.Contains("whole number", StringComparison.Ordinal))
            {
                Assert.Contains($"step {int.Parse(parts[1]) + 1}, {parts[2]}", complaint, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Run_ANumberChangedBeyondTheHorizon_FailsInOneStep()
    {
        var content = GoldenFiles.Read(System, "Discovery-held-qp-s12.json");
        GoldenFiles.Change(content, "steps.37.state.p_pos.1.0", 1e-4);

        Assert.Contains("one step, step 38, state.p_pos", GoldenFiles.Complaint(Runner, content), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_TheRecordedRequests_AreCountedAsInjected()
    {
        var content = GoldenFiles.Read(System, "RWARE-eval-noqp-s36.json");
        var delivered = content["steps"]!.AsArray()[^1]!["info"]!["total_deliveries"]!.GetValue<double>();

        Assert.Equal((long)delivered, GoldenFiles.Run(Runner, content).Injected);
    }

    [Theory]
    [InlineData("scenario", "\"Chess\"", "scenario: \"Chess\"")]
    [InlineData("velocity_mode", "\"slow\"", "velocity_mode: \"slow\"")]
    [InlineData("barrier", "\"magic\"", "barrier: \"magic\"")]
    [InlineData("barrier", "\"exact QP\"", "contradicts")]
    [InlineData("config.controller", "\"clf_uni_pose\"", "controller: \"clf_uni_pose\"")]
    [InlineData("config.action_type", "\"Continuous\"", "action_type: \"Continuous\"")]
    [InlineData("config.num_agents", "null", "num_agents: missing")]
    [InlineData("config.num_agents", "2.5", "num_agents: 2.5")]
    [InlineData("config.num_agents", "40", "agents: no room")]
    [InlineData("config.num_agents", "4", "p_pos: 18 values")]
    [InlineData("config.max_steps", "\"many\"", "max_steps: \"many\"")]
    [InlineData("init.moon", "1", "moon: the scenario has no such state")]
    [InlineData("steps", "{}", "steps: no list")]
    public void Run_WhatCannotBeRun_IsNamed(string path, string value, string reason)
    {
        var content = GoldenFiles.Read(System, "Navigation-eval-noqp-s30.json");
        var parts = path.Split('.');
        (parts.Length == 1 ? content : content[parts[0]]!)[parts[^1]] = JsonNode.Parse(value);

        Assert.Contains(reason, GoldenFiles.Complaint(Runner, content), StringComparison.Ordinal);
    }
}
