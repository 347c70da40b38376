using System.Text.Json;

namespace GenRL.Swarm.Sim.Parity;

/// <summary>Runs one file: whatever goes wrong is its result, never an exception.</summary>
internal sealed class FileRun(IReadOnlyList<IGoldenSystem> systems)
{
    /// <summary>Runs the file <paramref name="name"/> of <paramref name="folder"/>.</summary>
    public FileResult Run(string folder, string name)
    {
        var comparison = new Comparison();
        var system = FileResult.Unnamed;
        var failure = default(string);
        try
        {
            using var stream = File.OpenRead(Path.Combine(folder, name));
            using var document = JsonDocument.Parse(stream);
            system = SystemOf(document.RootElement);
            var rules = systems.FirstOrDefault(known => known.System == system) ?? throw new GoldenException($"system: there is no \"{system}\"");
            rules.Run(document.RootElement, comparison);
            failure = comparison.Failure ?? Nothing(comparison);
        }
        catch (JsonException error)
        {
            failure = $"not JSON: {error.Message}";
        }
        catch (Exception error) when (error is GoldenException or IOException or UnauthorizedAccessException)
        {
            failure = error.Message;
        }
#pragma warning disable CA1031 // A system that throws, of whatever kind, fails its file and must not end the run of the others.
        catch (Exception error)
#pragma warning restore CA1031
        {
            failure = $"{error.GetType().Name}: {error.Message}";
        }

        // A deviation that was found before the run broke off says more than the break.
        return new FileResult(name, system, comparison, comparison.Failure ?? Located(failure, comparison));
    }

    private static string SystemOf(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("system", out var system) && system.ValueKind == JsonValueKind.String
            ? system.GetString()!
            : throw new GoldenException("system: the file names none");

    private static string? Nothing(Comparison comparison) =>
        comparison.Steps == 0 ? "the file stores no steps" : comparison.Values == 0 ? "nothing was compared" : null;

    private static string? Located(string? failure, Comparison comparison) =>
        failure is null || comparison.Where.Length == 0 ? failure : $"after {comparison.Where}: {failure}";
}
