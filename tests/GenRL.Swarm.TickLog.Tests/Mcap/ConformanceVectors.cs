using System.Text.Json;

namespace GenRL.Swarm.TickLog.Tests.Mcap;

/// <summary>The MCAP project's conformance vectors, beside the repository; absent on most machines.</summary>
internal static class ConformanceVectors
{
    public const string Missing = "the MCAP conformance vectors are not here: ../shared/mcap-conformance beside the repository";

    /// <summary>Paths of the vectors without extension, or none.</summary>
    public static IReadOnlyList<string> All { get; } = FindFolder() is { } folder
        ? [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Select(p => p[..^".json".Length]).Order(StringComparer.Ordinal)]
        : [];

    public static JsonElement Json(string vector)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(vector + ".json"));
        return document.RootElement.Clone();
    }

    private static string? FindFolder()
    {
        // A work tree lies one level deeper than the repository itself, so every parent's neighbour counts.
        var parent = new DirectoryInfo(AppContext.BaseDirectory);
        while (parent is not null && !File.Exists(Path.Combine(parent.FullName, "GenRL.Swarm.sln")))
        {
            parent = parent.Parent;
        }

        for (parent = parent?.Parent; parent is not null; parent = parent.Parent)
        {
            var folder = Path.Combine(parent.FullName, "shared", "mcap-conformance");
            if (Directory.Exists(folder))
            {
                return folder;
            }
        }

        return null;
    }
}
