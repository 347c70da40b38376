using System.Text.Json;
using System.Text.Json.Nodes;
using GenRL.Swarm.TestKit;

namespace GenRL.Swarm.Sim.Parity.Tests.Waypoints;

/// <summary>The trajectory files beside the repository, and runs of them.</summary>
internal static class GoldenFiles
{
    private const string Absent = "no trajectory files beside the repository";

    /// <summary>Names of the files of a system; a single made-up one where there are none, so that the test is seen to be skipped.</summary>
    public static TheoryData<string> Of(string system)
    {
        var folder = Folder(system);
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)]
            : [Absent];
    }

    /// <summary>A file's content, to be changed at will.</summary>
    public static JsonNode Read(string system, string file)
    {
        var path = Path.Combine(Folder(system), file);
        Assert.SkipUnless(File.Exists(path), Absent);
        return JsonNode.Parse(File.ReadAllText(path))!;
    }

    /// <summary>Runs a file's content.</summary>
    public static Comparison Run(IGoldenSystem system, JsonNode content)
    {
        var comparison = new Comparison();
        using var document = JsonDocument.Parse(content.ToJsonString());
        system.Run(document.RootElement, comparison);
        return comparison;
    }

    /// <summary>The first steps of a file.</summary>
    public static JsonNode Shortened(JsonNode content, int steps)
    {
        var list = content["steps"]!.AsArray();
        while (list.Count > steps)
        {
            list.RemoveAt(list.Count - 1);
        }

        return content;
    }

    /// <summary>Adds <paramref name="difference"/> to the number at a path such as "steps.3.obs.0.1", or turns the flag there.</summary>
    public static void Change(JsonNode content, string path, double difference)
    {
        var parts = path.Split('.');
        var owner = content;
        foreach (var part in parts[..^1])
        {
            owner = Child(owner, part);
        }

        var leaf = Child(owner, parts[^1]);
        Set(
            owner,
            parts[^1],
            leaf.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? !leaf.GetValue<bool>() : leaf.GetValue<double>() + difference);
    }

    /// <summary>What a run of a file says against it; empty if it passes.</summary>
    public static string Complaint(IGoldenSystem system, JsonNode content)
    {
        try
        {
            return Run(system, content).Failure ?? "";
        }
        catch (GoldenException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Puts a value at the place of another.</summary>
    private static void Set(JsonNode owner, string name, JsonNode value)
    {
        if (owner is JsonArray list)
        {
            list[int.Parse(name)] = value;
        }
        else
        {
            owner[name] = value;
        }
    }

    private static JsonNode Child(JsonNode owner, string name) => (owner is JsonArray list ? list[int.Parse(name)] : owner[name])!;

    private static string Folder(string system) => Path.Combine(Repository.Root, "..", "shared", "golden", system);
}
