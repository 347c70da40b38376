using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>What the learning process wrote beside a candidate: <c>report.json</c>.</summary>
internal static class CandidateReport
{
    private const string FileName = "report.json";

    /// <summary>The report in a candidate's folder; null when there is none.</summary>
    public static JsonNode? Read(string candidate)
    {
        var path = Path.Combine(candidate, FileName);
        return File.Exists(path) ? JsonNode.Parse(File.ReadAllBytes(path)) : null;
    }

    /// <summary>Its table of predictions, in the order in which it stands.</summary>
    /// <exception cref="DemoException">It has not the form that it should have.</exception>
    public static IReadOnlyList<PredictionRow> Predictions(JsonNode? report)
    {
        try
        {
            return report?["prediction"] is not JsonObject rows ? [] : [.. rows.Select(row => Row(row.Key, row.Value!))];
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or JsonException)
        {
            throw new DemoException($"{FileName}: {error.Message}");
        }
    }

    private static PredictionRow Row(string name, JsonNode row) => new(
        name, Interval(row["old"]!), Interval(row["new"]!), row["least_squares"] is { } baseline ? Interval(baseline) : null, Interval(row["new_to_old"]!));

    private static Interval Interval(JsonNode node) =>
        new(node["ratio"]!.GetValue<double>(), node["low"]!.GetValue<double>(), node["high"]!.GetValue<double>());
}
