using System.Text.Json;
using System.Text.Json.Nodes;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>What the learning process wrote of a candidate: <c>report.json</c> beside its networks.</summary>
internal static class CandidateReport
{
    private const string FileName = "report.json";

    /// <summary>The report of a release; null when there is none.</summary>
    /// <param name="learning">The learning process's folder.</param>
    /// <param name="release">The candidate.</param>
    public static JsonNode? Read(string learning, ReleaseId release)
    {
        var path = Path.Combine(learning, release.Hex, FileName);
        return File.Exists(path) ? JsonNode.Parse(File.ReadAllBytes(path)) : null;
    }

    /// <summary>Its table of predictions, in the order in which it stands.</summary>
    /// <exception cref="DemoException">It has not the form that it should have.</exception>
    public static IReadOnlyList<PredictionRow> Predictions(JsonNode? report)
    {
        try
        {
            return report?["scores"] is JsonArray rows ? [.. rows.Select(row => Row(row!))] : [];
        }
        catch (Exception error) when (error is InvalidOperationException or FormatException or JsonException or KeyNotFoundException)
        {
            throw new DemoException($"{FileName}: {error.Message}");
        }
    }

    private static PredictionRow Row(JsonNode row) => new(
        $"{Member(row, "who").GetValue<string>()}_{Number(row, "seconds"):F1}s",
        Interval(Member(row, "incumbent")), Interval(Member(row, "candidate")), Interval(Member(row, "least_squares")), Interval(Member(row, "change")));

    private static Interval Interval(JsonNode node) => new(Number(node, "ratio"), Number(node, "low"), Number(node, "high"));

    private static JsonNode Member(JsonNode node, string name) => node[name] ?? throw new KeyNotFoundException($"there is no {name}");

    /// <summary>What is not a number, where there was nothing to measure, stands there as text.</summary>
    private static double Number(JsonNode node, string name) => Member(node, name) is JsonValue value && value.TryGetValue<double>(out var number) ? number : double.NaN;
}
