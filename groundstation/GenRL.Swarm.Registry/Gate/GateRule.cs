namespace GenRL.Swarm.Registry.Gate;

/// <summary>
/// When a candidate passes: it is not worse than the incumbent where the fleet flies. A figure that is missing or not a number is a refusal.
/// The nominal floor is measured for the record and decides nothing.
/// </summary>
public static class GateRule
{
    /// <summary>Episodes that each bundle must have flown on the identified floor, unless the judge is told otherwise.</summary>
    public const int MinEpisodes = 200;

    /// <summary>How much lower the candidate's success rate may be: one point of a hundred, the noise of 200 paired episodes.</summary>
    public const double SuccessSlack = 0.01;

    /// <summary>How much longer the candidate's median tick may be, as a factor.</summary>
    public const double TickSlack = 1.10;

    /// <summary>How much higher the share of changed commands per success may be: half a point of a hundred.</summary>
    public const double InterventionSlack = 0.005;

    private const double Rounding = 1e-9;

    /// <summary>Judges a candidate.</summary>
    /// <param name="evidence">What was measured.</param>
    /// <param name="minEpisodes">Episodes that each bundle must have flown on the identified floor.</param>
    public static GateVerdict Judge(GateEvidence evidence, int minEpisodes = MinEpisodes)
    {
        var (candidate, incumbent) = (evidence.Candidate, evidence.Incumbent);
        var (mine, theirs) = (candidate.Identified, incumbent.Identified);
        var refusals = new List<GateRefusal>();

        AtLeast("episodes", Math.Min(mine.Episodes, theirs.Episodes), theirs.Episodes, minEpisodes);
        AtLeast("success", mine.SuccessRate, theirs.SuccessRate, theirs.SuccessRate - SuccessSlack);
        AtMost("collisions per episode", PerEpisode(mine), PerEpisode(theirs), PerEpisode(theirs));
        AtMost("shield interventions per success", PerSuccess(mine), PerSuccess(theirs), PerSuccess(theirs) + InterventionSlack);
        if (incumbent.PredictionErrorRatios.Count == 0)
        {
            refusals.Add(new GateRefusal("prediction error", double.NaN, double.NaN, double.NaN));
        }

        foreach (var (name, ratio) in incumbent.PredictionErrorRatios.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            AtMost($"prediction error {name}", candidate.PredictionErrorRatios.GetValueOrDefault(name, double.NaN), ratio, ratio);
        }

        AtMost("tick time p50 in ms", candidate.TickP50Milliseconds, incumbent.TickP50Milliseconds, incumbent.TickP50Milliseconds * TickSlack);
        return new GateVerdict(refusals);

        void AtLeast(string criterion, double figure, double other, double allowed)
        {
            if (!(figure >= allowed - Rounding))
            {
                refusals.Add(new GateRefusal(criterion, figure, other, allowed));
            }
        }

        void AtMost(string criterion, double figure, double other, double allowed)
        {
            if (!(figure <= allowed + Rounding))
            {
                refusals.Add(new GateRefusal(criterion, figure, other, allowed));
            }
        }
    }

    /// <summary>
    /// Interventions for what was achieved: a release that never comes near anybody, because it never arrives anywhere, is not the better for
    /// its idle shield. Infinite without a success.
    /// </summary>
    private static double PerSuccess(FlightEvidence flight) =>
        flight.Successes == 0 && flight.Episodes > 0 ? double.PositiveInfinity : flight.InterventionRate / flight.SuccessRate;

    private static double PerEpisode(FlightEvidence flight) => (double)flight.Collisions / flight.Episodes;
}
