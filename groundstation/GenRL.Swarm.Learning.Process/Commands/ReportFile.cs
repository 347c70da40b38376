using System.Text.Json;
using GenRL.Swarm.Learning.Evaluation;
using GenRL.Swarm.Models.Contract;

namespace GenRL.Swarm.Learning.Process.Commands;

/// <summary>One row of the scores: a position error as a ratio to constant velocity, with its 95 % interval.</summary>
internal sealed record ScoreRow(string Who, double Seconds, RatioInterval Incumbent, RatioInterval Candidate, RatioInterval LeastSquares, RatioInterval Change);

/// <summary>An adaptation in a file.</summary>
internal sealed record ReportSummary(
    ulong Seed, double WallSeconds, int TrainingTicks, int HeldOutTicks, int RelabelledStates, ActuatorDescription Floor, double FloorVelocityResidual,
    IReadOnlyList<ScoreRow> Scores)
{
    /// <summary>The candidate's figures by name, for the manifest.</summary>
    public IReadOnlyDictionary<string, double> Metrics => Scores
        .Where(row => double.IsFinite(row.Candidate.Ratio))
        .ToDictionary(row => $"{row.Who}_{row.Seconds:F1}s_ratio", row => row.Candidate.Ratio);

    /// <summary>The figure that people ask for first.</summary>
    public string Headline
    {
        get
        {
            var row = Scores.Last(score => score.Who == "ego");
            return $"ego error at {row.Seconds:F1} s: {row.Incumbent.Ratio:F3} -> {row.Candidate.Ratio:F4} of constant velocity";
        }
    }
}

/// <summary>Writes <c>report.json</c> beside a candidate's trainable weights.</summary>
internal static class ReportFile
{
    public const string Name = "report.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public static ReportSummary Summarise(AdaptationReport report, ulong seed, double wallSeconds)
    {
        var scores = report.Scores;
        List<ScoreRow> rows =
        [
            .. Rows("ego", errors => errors.Ego),
            .. Rows("neighbour", errors => errors.Neighbours),
        ];
        return new ReportSummary(
            seed, wallSeconds, report.TrainingTicks, report.HeldOutTicks, report.RelabelledStates, ActuatorDescription.Of(report.Floor.Model),
            report.Floor.VelocityResidual, rows);

        IEnumerable<ScoreRow> Rows(string who, Func<PredictionErrors, IReadOnlyList<double[]>> of)
        {
            for (var h = 0; h < PredictionErrors.Horizons.Count; h++)
            {
                RatioInterval Ratio(PredictionErrors above, PredictionErrors below) => RatioInterval.Of(of(above)[h], of(below)[h], seed);
                yield return new ScoreRow(
                    who, Math.Round(PredictionErrors.Horizons[h] * (double)Contracts.Planning.PlanShape.TickSeconds, 3),
                    Ratio(scores.Incumbent, scores.ConstantVelocity), Ratio(scores.Candidate, scores.ConstantVelocity),
                    Ratio(scores.LeastSquares, scores.ConstantVelocity), Ratio(scores.Candidate, scores.Incumbent));
            }
        }
    }

    public static void Write(string path, ReportSummary summary)
    {
        File.WriteAllText(path + ".part", JsonSerializer.Serialize(summary, Options));
        File.Move(path + ".part", path, overwrite: true);
    }
}
