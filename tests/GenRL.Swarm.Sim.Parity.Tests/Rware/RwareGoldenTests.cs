using GenRL.Swarm.Sim.Parity.Rware;

namespace GenRL.Swarm.Sim.Parity.Tests.Rware;

public sealed class RwareGoldenTests
{
    private const string Messages = "custom-6ag-2stage-msg2-s3.json";
    private const string Deliveries = "rware-tiny-4ag-v2-deliver-s2.json";

    private static readonly RwareGolden System = new();

    public static TheoryData<string> Files => GoldenFolder.Names("rware");

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_AFile_AgreesInEveryValue(string name)
    {
        var file = GoldenFolder.Read("rware", name);

        var (comparison, failure) = GoldenFolder.Run(System, file);

        Assert.Null(failure);
        Assert.Equal(file["steps"]!.AsArray().Count, comparison.Steps);
        Assert.True(comparison.Values > comparison.Steps * 20);
    }

    [Fact]
    public void Run_AFileWithDeliveries_InjectsTheDrawsAndTheTies()
    {
        var file = GoldenFolder.Read("rware", Deliveries);
        var deliveries = file["steps"]!.AsArray().Sum(step => step!["reward"]!.AsArray().Sum(reward => reward!.GetValue<double>()));

        Assert.Equal(deliveries + 4, GoldenFolder.Run(System, file).Comparison.Injected);
    }

    [Theory]
    [InlineData("Position", 1d, "steps", 3, "agents", 2, 1)]
    [InlineData("State", 1d, "steps", 3, "agents", 2, 4)]
    [InlineData("State", 1d, "steps", 79, "agents", 3, 3)]
    [InlineData("State", 1d, "steps", 5, "queue", 0)]
    [InlineData("State", 1d, "steps", 2, "executed", 1)]
    [InlineData("Reward", 1e-10, "steps", 4, "reward", 5)]
    [InlineData("Position", 1d, "steps", 79, "moved_shelves", 0, 2)]
    [InlineData("Observation", 1d, "steps", 0, "obs", 5, 20)]
    [InlineData("Observation", 1d, "init_obs", 1, 3)]
    [InlineData("State", 1d, "init", "shelves", 3, 1)]
    [InlineData("Done", 1d, "steps", 79, "done")]
    public void Run_OneNumberChanged_FailsAndNamesIt(string quantity, double by, params object[] path)
    {
        var (_, failure) = GoldenFolder.Run(System, GoldenFolder.Perturbed(GoldenFolder.Read("rware", Messages), by, path));

        Assert.NotNull(failure);
        Assert.Contains(quantity, failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agents", 0.5, "init", "agents", 0, 0)]
    [InlineData("agents", 90d, "init", "agents", 0, 0)]
    [InlineData("highways", 5d, "config", "highways", 0, 0)]
    [InlineData("goals", 90d, "config", "goals", 0, 0)]
    [InlineData("message bits", 90d, "config", "msg_bits")]
    public void Run_AFileThatMakesNoSense_NamesTheField(string field, double by, params object[] path)
    {
        var (_, failure) = GoldenFolder.Run(System, GoldenFolder.Perturbed(GoldenFolder.Read("rware", Messages), by, path));

        Assert.Contains(field, failure ?? "", StringComparison.Ordinal);
    }
}
