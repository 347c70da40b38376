using System.Text.Json.Nodes;
using GenRL.Swarm.Cli.Demo;
using GenRL.Swarm.Cli.Demo.Reporting;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Registry.Gate;

namespace GenRL.Swarm.Cli.Tests.Demo;

public sealed class ReportTests
{
    private const string Score =
        """
        {"who":"ego","seconds":2,"incumbent":{"ratio":1.2,"low":1.1,"high":1.3,"windows":9},"candidate":{"ratio":0.1,"low":0.05,"high":0.2,"windows":9},
         "least_squares":{"ratio":"NaN","low":"NaN","high":"NaN","windows":0},"change":{"ratio":0.08,"low":0.04,"high":0.15,"windows":9}}
        """;

    [Fact]
    public void Predictions_AsTheLearningProcessWritesThem_AreRead()
    {
        var row = Assert.Single(CandidateReport.Predictions(JsonNode.Parse($$"""{"scores":[{{Score}}]}""")));

        Assert.Equal("ego_2.0s", row.Name);
        Assert.Equal((new Interval(1.2, 1.1, 1.3), new Interval(0.1, 0.05, 0.2)), (row.Old, row.New));
        Assert.True(double.IsNaN(row.LeastSquares!.Ratio));
        Assert.Equal(0.85, row.ReductionAtWorst, 9);
    }

    [Fact]
    public void Predictions_RowWithoutAColumn_IsNamed()
    {
        var error = Assert.Throws<DemoException>(() => CandidateReport.Predictions(JsonNode.Parse("""{"scores":[{"who":"ego","seconds":2}]}""")));

        Assert.Contains("incumbent", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Phase_SumsItsMissionsAndRobots()
    {
        var phase = Reports.Phase("A", collisions: 3);

        Assert.Equal((1, 3, 5.0, 0.3f), (phase.Successes, phase.Collisions, phase.SecondsToGoal, phase.SmallestDistanceM));
        Assert.Equal((0.1, 2.0), (phase.InterventionShare, phase.TickP50Ms));
        Assert.Equal(5.5, Reports.Phase("C", collisions: 0).SecondsToGoal);
    }

    [Fact]
    public void Table_HasAColumnForEachPhase_AndADashWhereNothingWasFlown()
    {
        var rows = ReportTable.Rows(Reports.Closed with { Phases = [Reports.Phase("A", collisions: 3)] });

        Assert.Contains(rows, r => r is ["error ego 2.0s", "2.000 [1.900, 2.100]", "1.000 [0.900, 1.100]", "-"]);
        Assert.Contains(rows, r => r is ["collisions", "3", "-", ""]);
        Assert.Contains(rows, r => r is ["missions succeeded", "1 of 2", "-", ""]);
    }

    [Fact]
    public void Gate_IsShownWithItsNumbersAndReasons()
    {
        var flight = new FlightEvidence(200, 150, 30, 0.12, 5);
        var old = new BundleEvidence(new ReleaseId(Reports.Old), flight, flight, new Dictionary<string, double> { ["ego_1.0s"] = 1.6 }, 1.5);
        var candidate = old with { Identified = flight with { Successes = 199, Collisions = 1 }, PredictionErrorRatios = new Dictionary<string, double>() };

        var lines = GateText.Lines(new GateReport(new ReleaseId(Reports.New), Passed: false, ["no good"], new GateEvidence(old, candidate)));

        Assert.Contains(lines, l => l.Contains("success 150 of 200 -> 199 of 200, collisions 30 -> 1, shield 12.0 -> 12.0 %", StringComparison.Ordinal));
        Assert.Contains(lines, l => l.Contains("ego_1.0s 1.600 -> NaN", StringComparison.Ordinal));
        Assert.Equal("  refused: no good", lines[^1]);
        Assert.Empty(GateText.Lines(report: null));
    }

    [Fact]
    public void Json_HoldsEveryFigure()
    {
        var json = JsonNode.Parse(ReportJson.Write(Reports.Closed with { Unmet = ["a reason"], Durations = [new PhaseDuration("A", 60)] }))!;

        Assert.Equal(7, (int)json["seed"]!);
        Assert.Equal(100, (int)json["phases"]![1]!["robots"]![1]!["ticks"]!);
        Assert.Equal(0.1, (double)json["phases"]![0]!["intervention_share"]!);
        Assert.Equal(0.6, (double)json["prediction"]![0]!["new_to_old"]!["high"]!);
        Assert.Equal("a reason", (string)json["unmet"]![0]!);
        Assert.Equal(60, (int)json["durations"]![0]!["seconds"]!);
    }
}
