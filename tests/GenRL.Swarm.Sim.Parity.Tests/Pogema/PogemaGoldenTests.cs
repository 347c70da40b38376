using GenRL.Swarm.Sim.Parity.Pogema;

namespace GenRL.Swarm.Sim.Parity.Tests.Pogema;

public sealed class PogemaGoldenTests
{
    private const string Finish = "finish-priority-4ag-8x8-s1.json";
    private const string Lifelong = "restart-priority-16ag-16x16-s2.json";

    private static readonly PogemaGolden System = new();

    public static TheoryData<string> Files => GoldenFolder.Names("pogema");

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_AFile_AgreesInEveryValue(string name)
    {
        var file = GoldenFolder.Read("pogema", name);

        var (comparison, failure) = GoldenFolder.Run(System, file);

        Assert.Null(failure);
        Assert.Equal(file["steps"]!.AsArray().Count, comparison.Steps);
        Assert.True(comparison.Values > comparison.Steps * 20);
    }

    [Fact]
    public void Run_ALifelongFile_InjectsOneTargetPerArrival()
    {
        var file = GoldenFolder.Read("pogema", Lifelong);
        var arrivals = file["steps"]!.AsArray().Sum(step => step!["reward"]!.AsArray().Sum(reward => reward!.GetValue<double>()));

        Assert.Equal(arrivals, GoldenFolder.Run(System, file).Comparison.Injected);
    }

    [Theory]
    [InlineData("Position", 1d, "steps", 3, "agents", 1, 1)]
    [InlineData("State", 1d, "steps", 3, "targets", 2, 0)]
    [InlineData("State", 1d, "steps", 3, "active", 2)]
    [InlineData("Reward", 1e-10, "steps", 4, "reward", 3)]
    [InlineData("Done", 1d, "steps", 5, "terminated", 0)]
    [InlineData("Done", 1d, "steps", 63, "truncated", 0)]
    [InlineData("Observation", 1d, "steps", 8, "obs", 2, 1, 3, 4)]
    [InlineData("Observation", 1d, "init_obs", 1, 2, 0, 0)]
    [InlineData("State", 1d, "moves", 1, 0)]
    [InlineData("State", 1d, "obstacles_padded_shape", 1)]
    public void Run_OneNumberChanged_FailsAndNamesIt(string quantity, double by, params object[] path)
    {
        var (_, failure) = GoldenFolder.Run(System, GoldenFolder.Perturbed(GoldenFolder.Read("pogema", Finish), by, path));

        Assert.NotNull(failure);
        Assert.Contains(quantity, failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agents", 0.5, "init", "agents", 0, 0)]
    [InlineData("targets", 90d, "init", "targets", 0, 0)]
    [InlineData("obstacles", 5d, "obstacles", 0, 0)]
    [InlineData("radius", 190d, "config", "obs_radius")]
    public void Run_AFileThatMakesNoSense_NamesTheField(string field, double by, params object[] path)
    {
        var (_, failure) = GoldenFolder.Run(System, GoldenFolder.Perturbed(GoldenFolder.Read("pogema", Finish), by, path));

        Assert.Contains(field, failure ?? "", StringComparison.Ordinal);
    }
}
