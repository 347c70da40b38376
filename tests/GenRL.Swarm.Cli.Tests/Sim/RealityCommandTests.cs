using System.CommandLine;
using GenRL.Swarm.Cli.Tests.Logs;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.LockStep;
using GenRL.Swarm.Sim.Scenarios;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Cli.Tests.Sim;

public sealed class RealityCommandTests(TwoReleases releases) : IClassFixture<TwoReleases>, IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Identify_ThenGapOnWhatWasFound_IsFarBelowTheGapOnTheNominalFloor()
    {
        WanderingLog.Write(_temp["r0.mcap"], Floor.SteelHall, 40);

        var (code, said, _) = Run("identify", "--log", _temp["r0.mcap"], "--json", _temp["floor.json"]);
        var nominal = Run("gap", "--log", _temp["r0.mcap"], "--out", _temp["gap.svg"]);
        var found = Run("gap", "--log", _temp["r0.mcap"], "--floor", _temp["floor.json"], "--out", _temp["gap.html"]);

        Assert.Equal((0, 0, 0), (code, nominal.Code, found.Code));
        Assert.Contains("time_constant_s", said, StringComparison.Ordinal);
        Assert.InRange(Gap10(found.Said), 0, Gap10(nominal.Said) / 5);
        Assert.StartsWith("<svg", File.ReadAllText(_temp["gap.svg"]), StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", File.ReadAllText(_temp["gap.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Gap_WithTheRelease_FliesTheMissionsAgain()
    {
        var brains = Enumerable.Range(0, 2).Select(i => new RecordedBrain(releases.Swarm, i, releases.First, releases.First, _temp[$"r{i}.mcap"])).ToList();
        new LockStepRunner(new EpisodeOptions { Scenario = ScenarioList.Find("crossing"), Robots = 2, LimitSeconds = 3, EndOnCollision = false }, brains)
            .Fly(3, TestContext.Current.CancellationToken);
        brains.ForEach(brain => brain.Dispose());

        var (code, said, error) = Run("gap", "--log", _temp["r0.mcap"], _temp["r1.mcap"], "--bundle", releases.Folders[0]);

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("success", said, StringComparison.Ordinal);
        Assert.Contains("2 missions in the log, 2 in the simulator", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Gap_OfABadLog_IsOneLine_AndWritesNoPicture()
    {
        WanderingLog.Write(_temp["r0.mcap"], Floor.Nominal, 10);
        var bytes = File.ReadAllBytes(_temp["r0.mcap"]);
        File.WriteAllBytes(_temp["r0.mcap"], bytes[..(bytes.Length / 2)]);

        var (code, said, error) = Run("gap", "--log", _temp["r0.mcap"], "--out", _temp["gap.svg"]);

        Assert.Equal((2, ""), (code, said));
        Assert.StartsWith("swarm sim gap: r0.mcap: file: cut off", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
        Assert.False(File.Exists(_temp["gap.svg"]));
    }

    [Theory]
    [InlineData("--floor", "--floor", "lava")]
    [InlineData("--out", "--out", "gap.png")]
    [InlineData("--wheel-base", "--wheel-base", "-1")]
    public void Gap_WithABadOption_NamesIt(string named, params string[] option)
    {
        WanderingLog.Write(_temp["r0.mcap"], Floor.Nominal, 5);

        var (code, _, error) = Run(["gap", "--log", _temp["r0.mcap"], .. option]);

        Assert.Equal(2, code);
        Assert.Contains(named, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Identify_OfTwoRobots_IsRefused()
    {
        WanderingLog.Write(_temp["r0.mcap"], Floor.Nominal, 5);
        WanderingLog.Write(_temp["r1.mcap"], Floor.Nominal, 5, robot: 1);

        var (code, _, error) = Run("identify", "--log", _temp["r0.mcap"], _temp["r1.mcap"]);

        Assert.Equal(2, code);
        Assert.Contains("r1.mcap: header.robot: is r1", error, StringComparison.Ordinal);
    }

    private static double Gap10(string said) => double.Parse(
        said.Split('\n').Single(line => line.TrimStart().StartsWith("10 ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[4],
        System.Globalization.CultureInfo.InvariantCulture);

    private static (int Code, string Said, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = SwarmCommand.Create().Parse(["sim", .. arguments]).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
