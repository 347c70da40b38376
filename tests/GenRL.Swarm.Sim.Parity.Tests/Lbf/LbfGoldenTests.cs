using GenRL.Swarm.Sim.Parity.Lbf;

namespace GenRL.Swarm.Sim.Parity.Tests.Lbf;

public sealed class LbfGoldenTests
{
    private const string Crowded = "crowded-5x5-6p-1f-penalty-s3.json";

    private static readonly LbfGolden System = new();

    public static TheoryData<string> Files => GoldenFolder.Names("lbf");

    [Theory]
    [MemberData(nameof(Files))]
    public void Run_AFile_AgreesInEveryValueAndInjectsNothing(string name)
    {
        var file = GoldenFolder.Read("lbf", name);

        var (comparison, failure) = GoldenFolder.Run(System, file);

        Assert.Null(failure);
        Assert.Equal(file["steps"]!.AsArray().Count, comparison.Steps);
        Assert.Equal(0, comparison.Injected);
        Assert.True(comparison.Values > comparison.Steps * 100);
    }

    [Theory]
    [InlineData("Position", 1d, "steps", 3, "pos", 2, 1)]
    [InlineData("State", 1d, "steps", 3, "field", 2, 2)]
    [InlineData("State", 1d, "steps", 5, "field", 0, 0)]
    [InlineData("State", 1d, "steps", 2, "valid_before", 0, 1)]
    [InlineData("Reward", 1e-10, "steps", 0, "reward", 5)]
    [InlineData("Reward", 1e-10, "steps", 5, "reward", 0)]
    [InlineData("Observation", 1d, "steps", 4, "obs", 5, 20)]
    [InlineData("Observation", 1d, "init_obs", 1, 3)]
    [InlineData("Done", 1d, "steps", 5, "done")]
    [InlineData("Done", 1d, "steps", 1, "truncated")]
    [InlineData("State", 1d, "init", "food_spawned")]
    [InlineData("State", 1d, "obs_shape", 0)]
    [InlineData("State", 1d, "steps_with_two_players_on_one_cell")]
    public void Run_OneNumberChanged_FailsAndNamesIt(string quantity, double by, params object[] path)
    {
        var file = GoldenFolder.Read("lbf", Crowded);

        var (_, failure) = GoldenFolder.Run(System, GoldenFolder.Perturbed(file, by, path));

        Assert.NotNull(failure);
        Assert.Contains(quantity, failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pos", 0.5, "init", "players", 0, "pos", 0)]
    [InlineData("pos", 9d, "init", "players", 0, "pos", 0)]
    [InlineData("player_level", 1d, "config", "players")]
    [InlineData("sight", -9d, "config", "sight")]
    public void Run_AFileThatMakesNoSense_NamesTheField(string field, double by, params object[] path)
    {
        var (_, failure) = GoldenFolder.Run(System, GoldenFolder.Perturbed(GoldenFolder.Read("lbf", Crowded), by, path));

        Assert.Contains(field, failure ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AnUnknownSetting_IsNamed()
    {
        var file = GoldenFolder.Read("lbf", Crowded);
        file["config"]!["teleport"] = true;

        Assert.Contains("teleport", GoldenFolder.Run(System, file).Failure ?? "", StringComparison.Ordinal);
    }
}
