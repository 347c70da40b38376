using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenRL.Swarm.Sim.Parity;

/// <summary>A parity run as JSON: snake_case, deviations that are not finite as text, null for quantities that a file does not store.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
[JsonSerializable(typeof(ParityDocument))]
internal sealed partial class ParityJson : JsonSerializerContext
{
    /// <summary>The bytes of a run.</summary>
    public static byte[] Write(ParityRun run)
    {
        var document = new ParityDocument(
            run.Folder, run.Passed, run.Files.Count, run.Files.Count(file => file.Failure is null), new SystemResult("", run.Files).InPart,
            [.. SystemResult.Of(run.Files).Select(Of)], [.. run.Files.Select(Of)]);
        return JsonSerializer.SerializeToUtf8Bytes(document, Default.ParityDocument);
    }

    private static ParityDocument.SystemRow Of(SystemResult system) => new(
        system.System, system.Files.Count, system.Passed, system.InPart, system.Steps, system.Values, system.Injected, Of(system.Worst), [.. system.Tolerances.Select(Of)]);

    private static ParityDocument.FileRow Of(FileResult file) => new(
        file.File, file.System, file.Failure is null, file.Comparison.Steps, file.Comparison.Values, file.Comparison.Injected, Of(file.Worst),
        Of(file.Comparison.Tolerance), file.Comparison.NotCompared, file.Failure);

    private static ParityDocument.WorstRow Of(Func<Quantity, double?> worst) => new(
        worst(Quantity.Position), worst(Quantity.Velocity), worst(Quantity.Observation), worst(Quantity.Reward), worst(Quantity.Done), worst(Quantity.State));

    private static ParityDocument.ToleranceRow Of(Tolerance tolerance) => new(tolerance.FreeRun, tolerance.OneStep, tolerance.Reward);
}
