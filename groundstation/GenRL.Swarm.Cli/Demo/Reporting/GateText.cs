using GenRL.Swarm.Registry.Gate;

namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>The gate's verdict with its numbers, old bundle -> new bundle.</summary>
internal static class GateText
{
    /// <summary>The lines; none without a verdict.</summary>
    public static List<string> Lines(GateReport? report)
    {
        if (report is null)
        {
            return [];
        }

        List<string> lines = [$"gate: {report.Release.Short} {(report.Passed ? "passed" : "refused")}"];
        if (report.Evidence is { } evidence)
        {
            var (old, candidate) = (evidence.Incumbent, evidence.Candidate);
            lines.Add($"  floor identified from the logs: {Flight(old.Identified, candidate.Identified)}");
            lines.Add($"  nominal floor, for the record:  {Flight(old.Nominal, candidate.Nominal)}");
            lines.Add($"  held-out logs, error to constant velocity: {string.Join(", ", old.PredictionErrorRatios.Select(r => $"{r.Key} {r.Value:F3} -> {candidate.PredictionErrorRatios.GetValueOrDefault(r.Key, double.NaN):F3}"))}");
            lines.Add($"  plan tick p50 {old.TickP50Milliseconds:F2} -> {candidate.TickP50Milliseconds:F2} ms");
        }

        lines.AddRange(report.Reasons.Select(reason => $"  refused: {reason}"));
        return lines;
    }

    private static string Flight(FlightEvidence old, FlightEvidence candidate) =>
        $"success {old.Successes} of {old.Episodes} -> {candidate.Successes} of {candidate.Episodes}, collisions {old.Collisions} -> {candidate.Collisions}, "
        + $"shield {100 * old.InterventionRate:F1} -> {100 * candidate.InterventionRate:F1} %, time to goal {old.MeanTimeToGoalSeconds:F1} -> {candidate.MeanTimeToGoalSeconds:F1} s";
}
