using System.Text.RegularExpressions;

namespace GenRL.Swarm.Architecture.Tests;

public sealed partial class DependencyTests
{
    /// <summary>Who may reference whom outside its own layer: the rules of the architecture, one line per layer.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["shared"] = ["shared"],
        ["onboard"] = ["shared", "onboard"],
        ["sim"] = ["shared", "onboard", "sim"],
        ["groundstation"] = ["shared", "groundstation", "sim", "onboard"],
        ["tests"] = ["shared", "onboard", "sim", "groundstation", "tests"],
    };

    /// <summary>Hosts that hand the simulator over behind a port; the rest of the ground station does not know it.</summary>
    private static readonly string[] SimHosts = ["GenRL.Swarm.GroundStation", "GenRL.Swarm.Cli", "GenRL.Swarm.Learning.Process"];

    private static readonly string[] TorchUsers = ["GenRL.Swarm.Learning", "GenRL.Swarm.Learning.Process"];

    [Fact]
    public void The_tree_has_the_projects_that_the_rules_speak_of()
    {
        Assert.InRange(Tree.Projects.Count, 30, 100);
        Assert.All(SimHosts.Concat(TorchUsers), name => Assert.Contains(Tree.Projects, project => project.Name == name));
        Assert.All(Tree.Projects.SelectMany(project => project.References), path => Assert.Contains(Tree.Projects, project => project.Path == path));
    }

    [Fact]
    public void Layers_reference_only_what_lies_below_them() =>
        AssertNone(Edges(), edge => !Allowed[edge.From.Layer].Contains(edge.To.Layer));

    [Fact]
    public void Contracts_references_nothing()
    {
        var contracts = Tree.Projects.Single(project => project.Name == "GenRL.Swarm.Contracts");

        Assert.Empty(contracts.References);
        Assert.Empty(contracts.Packages);
    }

    [Fact]
    public void Only_hosts_reference_the_simulator() =>
        AssertNone(Edges(), edge => edge.From.Layer == "groundstation" && edge.To.Layer == "sim" && !SimHosts.Contains(edge.From.Name));

    /// <summary>A replay runs the robot's own code, so the hosts may hold it; registry and learning may not.</summary>
    [Fact]
    public void Only_hosts_reference_the_robot() =>
        AssertNone(Edges(), edge => edge.From.Layer == "groundstation" && edge.To.Layer == "onboard" && !SimHosts.Contains(edge.From.Name));

    [Fact]
    public void Learning_references_shared_alone() =>
        AssertNone(Edges(), edge => edge.From.Name == "GenRL.Swarm.Learning" && edge.To.Layer != "shared");

    [Fact]
    public void Only_learning_references_torch() => AssertNone(
        Edges(), edge => edge.To.Name == "TorchSharp" && !TorchUsers.Contains(edge.From.Name) && edge.From.Name is not ("TorchSharp.Tests" or "GenRL.Swarm.Learning.Tests"));

    [Fact]
    public void The_web_host_and_the_command_never_load_torch() => AssertNone(
        Edges(), edge => edge.From.Name is "GenRL.Swarm.GroundStation" or "GenRL.Swarm.Cli" or "GenRL.Swarm.Registry" && TorchUsers.Contains(edge.To.Name));

    [Fact]
    public void Nothing_references_tests() => AssertNone(Edges(), edge => edge.From.Layer != "tests" && edge.To.Layer == "tests");

    [Fact]
    public void The_shield_uses_no_learned_model()
    {
        var shield = Tree.ProductSources.Where(file => Tree.Relative(file).StartsWith("onboard/GenRL.Swarm.Onboard/Safety/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(shield);
        Assert.All(shield, file => Assert.DoesNotMatch(Learned(), File.ReadAllText(file)));
    }

    [GeneratedRegex(@"GenRL\.Swarm\.Models|\b(ModelBundle|WorldModel|TeammatePredictor|GenerativePolicy|IntentionTokens|TickScratch|Forecast|Belief)\b", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Learned();

    private static IEnumerable<(Tree.Project From, Tree.Project To)> Edges() =>
        from project in Tree.Projects
        from path in project.References
        select (project, Tree.Projects.Single(other => other.Path == path));

    private static void AssertNone(IEnumerable<(Tree.Project From, Tree.Project To)> edges, Func<(Tree.Project From, Tree.Project To), bool> broken) =>
        Assert.Empty(edges.Where(broken).Select(edge => $"{edge.From.Name} -> {edge.To.Name}"));
}
