using GenRL.Swarm.Cli.Demo.Reporting;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Registry.Gate;

namespace GenRL.Swarm.Cli.Tests.Demo;

public sealed class ExitConditionsTests
{
    private static readonly Dictionary<string, (DemoReport Report, string Line)> Spoilt = new()
    {
        ["A was not flown"] = (Reports.Closed with { Phases = [Reports.Phase("C", 0)] }, "phase A was not flown"),
        ["C was not flown"] = (Reports.Closed with { Phases = [Reports.Phase("A", 0)] }, "phase C was not flown"),
        ["a robot stood still"] = (
            Reports.Closed with { Phases = [Reports.Phase("A", 0, Reports.Robot(0), Reports.Robot(1) with { Ticks = 0 }), Reports.Phase("C", 0)] }, "r1 did not fly in A"),
        ["a log is missing"] = (
            Reports.Closed with { Phases = [Reports.Phase("A", 0), Reports.Phase("C", 0, Reports.Robot(0) with { TicksNotInLogs = 50 }, Reports.Robot(1))] },
            "50 of r0's ticks in C are in no log"),
        ["the gate refused"] = (
            Reports.Closed with { Gate = new GateReport(new ReleaseId(Reports.New), Passed: false, ["success 0.8 < 0.9"], null) }, "the gate refused: success 0.8 < 0.9"),
        ["no verdict"] = (Reports.Closed with { Gate = null }, "the gate gave no verdict"),
        ["learning failed"] = (Reports.Closed with { Gate = null, LearningFailure = "code 3" }, "nothing was learned: code 3"),
        ["a robot flies the old one"] = (
            Reports.Closed with { Flying = new Dictionary<int, string> { [0] = Reports.New, [1] = Reports.Old } }, "r1 does not fly the new release"),
        ["a robot is silent"] = (Reports.Closed with { Flying = new Dictionary<int, string> { [0] = Reports.New } }, "r1 does not fly the new release"),
        ["a collision in C"] = (Reports.Closed with { Phases = [Reports.Phase("A", 0), Reports.Phase("C", 2)] }, "2 collisions in C"),
        ["too little better"] = (
            Reports.Closed with { Prediction = [Reports.Row("ego_2.0s", new Interval(0.3, 0.2, 0.61))] }, "ego_2.0s fell by 39 % at the worse end"),
        ["not a number"] = (Reports.Closed with { Prediction = [Reports.Row("ego_2.0s", new Interval(double.NaN, double.NaN, double.NaN))] }, "ego_2.0s fell by NaN"),
        ["not measured"] = (Reports.Closed with { Prediction = [Reports.Row("ego_1.0s", new Interval(0.1, 0.1, 0.1))] }, "ego_2.0s was not measured"),
    };

    public static TheoryData<string> Cases => [.. Spoilt.Keys];

    [Fact]
    public void Unmet_LoopClosed_IsEmptyEvenThoughRobotsCollidedInA() => Assert.Empty(ExitConditions.Unmet(Reports.Closed));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Unmet_OneConditionSpoilt_IsThatLineAlone(string what)
    {
        var (report, line) = Spoilt[what];

        Assert.Contains(line, Assert.Single(ExitConditions.Unmet(report)), StringComparison.Ordinal);
    }
}
