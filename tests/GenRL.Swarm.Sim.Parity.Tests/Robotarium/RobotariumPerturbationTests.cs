using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenRL.Swarm.Sim.Parity.Tests.Robotarium;

/// <summary>A stored value that is off by a hundred tolerances must fail, whichever it is.</summary>
public class RobotariumPerturbationTests
{
    private static readonly string[] Inputs =
        ["system", "source", "kind", "certificate", "seed", "noise", "initial", "goals", "x", "u", "dxi", "dxu", "goal", "obstacles", "out_default_tol"];

    private const int PerQuantity = 3;

    public static TheoryData<string> Files() => RobotariumFilesTests.Files();

    [Theory]
    [MemberData(nameof(Files))]
    public void EveryQuantityOfAFileCounts(string name)
    {
        var text = RobotariumFilesTests.Read(name);
        var system = (JsonNode.Parse(text)!["system"]!).GetValue<string>();
        var kind = JsonNode.Parse(text)!["kind"]!.GetValue<string>();
        var tolerance = Run(system, JsonNode.Parse(text)!).Tolerance.FreeRun;
        var leaves = Leaves(JsonNode.Parse(text)!, "", "").Where(leaf => !(kind == "dynamics" && leaf.Quantity == "cmd"));
        foreach (var quantity in leaves.GroupBy(leaf => leaf.Quantity))
        {
            var paths = quantity.Select(leaf => leaf.Path).ToList();
            var tried = Math.Min(PerQuantity, paths.Count);
            for (var k = 0; k < tried; k++)
            {
                // From the first to the last, both included.
                var path = paths[k * (paths.Count - 1) / Math.Max(1, tried - 1)];
                var comparison = Run(system, Perturb(JsonNode.Parse(text)!, path, 100d * tolerance));
                Assert.True(comparison.Failure is not null, $"{path} may be off");
            }
        }
    }

    [Theory]
    [InlineData("robotarium-v2", """{"kind":"dance"}""", "dance")]
    [InlineData("robotarium-v2", """{"kind":"barrier","certificate":"si9","rows":[]}""", "si9")]
    [InlineData("robotarium-legacy", """{"kind":"dynamics","N":1,"initial":[[0],[0]],"steps":[]}""", "initial")]
    [InlineData("robotarium-legacy", """{"kind":"dynamics","N":1,"initial":[[0],[0],["a"]],"steps":[]}""", "initial")]
    [InlineData("robotarium-legacy", """{"kind":"dynamics","N":1,"initial":[[0],[0],[0]],"steps":[],"final_errors":{"fire":1}}""", "fire")]
    [InlineData("robotarium-legacy", """{"kind":"dynamics","N":1,"initial":[[0],[0],[0]],"steps":[],"final_errors":{"boundary":{"7":1}}}""", "7")]
    [InlineData("robotarium-v2", """{"kind":"dynamics","initial":[[0],[0],[0]]}""", "N")]
    [InlineData(
        "robotarium-v2",
        """{"kind":"maps","N":1,"rows":[{"x":[[0],[0],[0]],"dxi":[[0],[0]],"dxu":[[0],[0]],"goal":[[0],[0],[0]],"fly_pd0.1":[[0],[0]]}]}""",
        "fly")]
    public void WhatCannotBeRun_IsNamed(string system, string json, string named)
    {
        using var file = JsonDocument.Parse(json);
        var exception = Assert.Throws<GoldenException>(() => Find(system).Run(file.RootElement, new Comparison()));
        Assert.Contains(named, exception.Message, StringComparison.Ordinal);
    }

    private static IGoldenSystem Find(string name) => GoldenSystems.All.Single(system => system.System == name);

    private static Comparison Run(string system, JsonNode file)
    {
        using var document = JsonDocument.Parse(file.ToJsonString());
        var comparison = new Comparison();
        Find(system).Run(document.RootElement, comparison);
        return comparison;
    }

    // Every number of a file that is no input; what it belongs to is the innermost name above it, robots' numbers aside.
    private static IEnumerable<(string Path, string Quantity)> Leaves(JsonNode node, string path, string quantity) => node switch
    {
        JsonObject parent => parent.Where(member => member.Value is not null && !Inputs.Contains(member.Key)).SelectMany(member =>
            Leaves(member.Value!, $"{path}/{member.Key}", int.TryParse(member.Key, out _) ? quantity : member.Key)),
        JsonArray list => list.SelectMany((child, k) => Leaves(child!, $"{path}/{k}", quantity)),
        _ => node.GetValueKind() == JsonValueKind.Number ? [(path, quantity)] : [],
    };

    private static JsonNode Perturb(JsonNode root, string path, double by)
    {
        var node = root;
        foreach (var part in path[1..].Split('/'))
        {
            node = node is JsonArray list ? list[int.Parse(part)]! : node[part]!;
        }

        node.ReplaceWith(node.GetValue<double>() + by);
        return root;
    }
}
