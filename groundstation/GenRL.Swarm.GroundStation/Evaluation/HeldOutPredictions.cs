using System.Text.Json;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>
/// Position errors on the held-out logs as ratios to constant velocity, by name (<c>ego_2.0s</c>, <c>neighbour_2.0s</c>, ...), as the learning process
/// measured them with both models on the same windows: the property <c>prediction</c> of <c>report.json</c> beside the candidate's bundle.
/// </summary>
/// <param name="Incumbent">The incumbent's; empty when there is no report, which the gate's rule refuses.</param>
/// <param name="Candidate">The candidate's.</param>
internal sealed record HeldOutPredictions(IReadOnlyDictionary<string, double> Incumbent, IReadOnlyDictionary<string, double> Candidate)
{
    /// <summary>Reads the report beside <paramref name="bundleFolder"/>.</summary>
    /// <exception cref="InvalidDataException">There is one, and it is malformed.</exception>
    public static HeldOutPredictions Beside(string bundleFolder)
    {
        var path = Path.Combine(Path.GetFullPath(bundleFolder), "..", "report.json");
        if (!File.Exists(path))
        {
            return new HeldOutPredictions(new Dictionary<string, double>(), new Dictionary<string, double>());
        }

        try
        {
            using var report = JsonDocument.Parse(File.ReadAllBytes(path));
            var rows = report.RootElement.GetProperty("prediction").EnumerateObject().ToList();
            return new HeldOutPredictions(Ratios(rows, "old"), Ratios(rows, "new"));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"report.json: {error.Message}", error);
        }
    }

    private static Dictionary<string, double> Ratios(IReadOnlyList<JsonProperty> rows, string whose) =>
        rows.ToDictionary(row => row.Name, row => row.Value.GetProperty(whose).GetProperty("ratio").GetDouble());
}
