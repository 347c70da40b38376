using System.Text.Json;
using System.Text.Json.Nodes;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Parity.Tests;

/// <summary>The trajectory files of one system, where they lie beside the repository.</summary>
internal static class GoldenFolder
{
    /// <summary>The files' names; one empty name where there is no folder, for a test that then skips itself.</summary>
    public static TheoryData<string> Names(string system)
    {
        var folder = Folder(system);
        return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)] : [""];
    }

    /// <summary>A file; skips the test where there is none.</summary>
    public static JsonNode Read(string system, string name)
    {
        var path = Path.Combine(Folder(system), name);
        Assert.SkipUnless(File.Exists(path), $"there is no {path}");
        return JsonNode.Parse(File.ReadAllText(path))!;
    }

    /// <summary>What a run compared; a file that cannot be run is a failure.</summary>
    public static (Comparison Comparison, string? Failure) Run(IGoldenSystem system, JsonNode file)
    {
        var comparison = new Comparison();
        try
        {
            system.Run(JsonSerializer.SerializeToElement(file), comparison);
            return (comparison, comparison.Failure);
        }
        catch (GoldenException exception)
        {
            return (comparison, comparison.Failure ?? exception.Message);
        }
    }

    /// <summary>Adds to one number, named by its path: members by name, entries by number.</summary>
    public static JsonNode Perturbed(JsonNode file, double by, params ReadOnlySpan<object> path)
    {
        var copy = file.DeepClone();
        var parent = copy;
        foreach (var part in path[..^1])
        {
            parent = Member(parent, part);
        }

        var old = Member(parent, path[^1]);
        JsonNode changed = old.GetValueKind() switch
        {
            JsonValueKind.True => false,
            JsonValueKind.False => true,
            _ => old.GetValue<double>() + by,
        };
        if (path[^1] is int index)
        {
            parent[index] = changed;
        }
        else
        {
            parent[(string)path[^1]] = changed;
        }

        return copy;
    }

    private static JsonNode Member(JsonNode parent, object part) => part is int index ? parent[index]! : parent[(string)part]!;

    private static string Folder(string system) => Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "golden", system));
}
