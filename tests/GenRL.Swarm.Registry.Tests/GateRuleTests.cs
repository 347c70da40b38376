using GenRL.Swarm.Registry.Gate;

namespace GenRL.Swarm.Registry.Tests;

public sealed class GateRuleTests
{
    private static readonly BundleEvidence Same = Make.Evidence();

    [Fact]
    public void Judge_EqualBundles_Passes() => Assert.True(Judge(Same).Passed);

    [Fact]
    public void Judge_OnTheEdgeOfEveryAllowance_Passes() =>
        Assert.True(Judge(Same with { Identified = Same.Identified with { Successes = 188 }, TickP50Milliseconds = 1.65 }).Passed);

    [Fact]
    public void Judge_WorseOnTheNominalFloorOnly_Passes() =>
        Assert.True(Judge(Same with { Nominal = new FlightEvidence(200, 0, 99, 1, double.NaN) }).Passed);

    [Fact]
    public void Judge_EachCriterionMissedAlone_IsTheOneThatIsNamed()
    {
        Refused("success", 0.935, 0.95, Same with { Identified = Same.Identified with { Successes = 187 } });
        Refused("collisions per episode", 0.015, 0.01, Same with { Identified = Same.Identified with { Collisions = 3 } });
        Refused("shield interventions per success", 0.11 / 0.95, 0.10 / 0.95, Same with { Identified = Same.Identified with { InterventionRate = 0.11 } });
        Refused("prediction error ego_2.0s", 0.51, 0.5, Same with { PredictionErrorRatios = new Dictionary<string, double> { ["ego_2.0s"] = 0.51, ["neighbour_2.0s"] = 0.2 } });
        Refused("tick time p50 in ms", 1.66, 1.5, Same with { TickP50Milliseconds = 1.66 });
    }

    [Fact]
    public void Judge_FiguresThatAreNotNumbersOrMissing_AreRefused()
    {
        Refused("tick time p50 in ms", double.NaN, 1.5, Same with { TickP50Milliseconds = double.NaN });
        Refused("prediction error neighbour_2.0s", double.NaN, 0.2, Same with { PredictionErrorRatios = new Dictionary<string, double> { ["ego_2.0s"] = 0.4 } });
        Refused("shield interventions per success", double.NaN, 0.10 / 0.95, Same with { Identified = Same.Identified with { InterventionRate = double.NaN } });
    }

    [Fact]
    public void Judge_IncumbentThatNeverArrives_IsNotExcusedByItsIdleShield()
    {
        var idle = Same with { Identified = new FlightEvidence(200, 0, 2, 0.001, double.NaN) };

        Assert.True(GateRule.Judge(new GateEvidence(idle, Same)).Passed);
        Assert.Contains("shield interventions per success", GateRule.Judge(new GateEvidence(Same, idle)).Refusals.Select(r => r.Criterion));
    }

    [Fact]
    public void Judge_TooFewEpisodesOfEither_IsRefused()
    {
        var few = Same with { Identified = new FlightEvidence(100, 95, 1, 0.10, 6.0) };

        Assert.Equal("episodes", Assert.Single(GateRule.Judge(new GateEvidence(Same, few)).Refusals).Criterion);
        Assert.Equal("episodes", Assert.Single(GateRule.Judge(new GateEvidence(few, Same)).Refusals).Criterion);
        Assert.True(GateRule.Judge(new GateEvidence(few, few), few.Identified.Episodes).Passed);
        Assert.False(GateRule.Judge(new GateEvidence(Same, Same with { Identified = new FlightEvidence(0, 0, 0, 0, 0) })).Passed);
    }

    [Fact]
    public void Judge_IncumbentWithoutPredictionErrors_IsRefused()
    {
        var blind = Same with { PredictionErrorRatios = new Dictionary<string, double>() };

        Assert.Equal("prediction error", Assert.Single(GateRule.Judge(new GateEvidence(blind, Same)).Refusals).Criterion);
    }

    private static GateVerdict Judge(BundleEvidence candidate) => GateRule.Judge(new GateEvidence(Same, candidate));

    private static void Refused(string criterion, double mine, double theirs, BundleEvidence candidate)
    {
        var refusal = Assert.Single(Judge(candidate).Refusals);
        Assert.Equal((criterion, mine, theirs), (refusal.Criterion, refusal.Candidate, refusal.Incumbent));
    }
}
