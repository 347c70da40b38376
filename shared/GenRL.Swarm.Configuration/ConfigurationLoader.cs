using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenRL.Swarm.Configuration;

/// <summary>
/// Reads a fleet's configuration: platform file, then swarm file, then command line, later ones winning; mappings are merged, lists replaced. Every
/// layer is checked on its own, so that an error names the file it stands in; all errors are reported together.
/// </summary>
public static class ConfigurationLoader
{
    private const string CommandLine = "command line";

    /// <summary>
    /// Loads <paramref name="swarmFile"/> (hardware-configs/swarms/NAME.yaml) and the platform that it names, which lies in <c>../platforms</c> from it.
    /// Each of <paramref name="overrides"/> is <c>path=value</c>, such as <c>bus.port=1884</c> or <c>robots[1].radius_m=0.2</c>.
    /// </summary>
    /// <exception cref="ConfigurationException">Something is wrong; the exception lists everything found.</exception>
    public static SwarmConfiguration Load(string swarmFile, IReadOnlyList<string> overrides)
    {
        ArgumentNullException.ThrowIfNull(swarmFile);
        ArgumentNullException.ThrowIfNull(overrides);
        var errors = new List<ConfigurationError>();
        if (ReadFile(swarmFile, errors) is not { } swarm)
        {
            throw new ConfigurationException(errors);
        }

        var platformName = overrides.LastOrDefault(o => o.StartsWith("platform=", StringComparison.Ordinal))?["platform=".Length..]
            ?? (swarm["platform"] is JsonValue value && value.TryGetValue<string>(out var named) ? named : null);
        var merged = new JsonObject();
        if (platformName is not null && !platformName.Contains("..", StringComparison.Ordinal) && Path.GetFileName(platformName) == platformName)
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(swarmFile))!;
            merged = ReadFile(Path.Combine(folder, "..", "platforms", platformName + ".yaml"), errors) ?? merged;
        }
        else
        {
            errors.Add(new ConfigurationError(Path.GetFileName(swarmFile), "platform", "missing, or not the plain name of a platform file"));
        }

        Merge(merged, swarm);
        SpreadRobotDefaults(merged);
        foreach (var assignment in overrides)
        {
            Apply(merged, assignment, errors);
        }

        ThrowIfAny(errors);
        return Finish(merged, overrides.Count == 0 ? Path.GetFileName(swarmFile) : $"{Path.GetFileName(swarmFile)} with the {CommandLine}", errors);
    }

    /// <summary>Reads back what <see cref="SwarmConfiguration.ToJson"/> wrote.</summary>
    /// <exception cref="ConfigurationException">It is not a configuration.</exception>
    public static SwarmConfiguration Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        JsonNode? node = null;
        try
        {
            node = JsonNode.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new ConfigurationException([new ConfigurationError("JSON", "", exception.Message)]);
        }

        return Finish(node, "JSON", []);
    }

    private static SwarmConfiguration Finish(JsonNode? node, string source, List<ConfigurationError> errors)
    {
        SchemaCheck.Run(node, ConfigurationSchema.Effective, source, "", errors);
        ThrowIfAny(errors);
        var configuration = node.Deserialize(ConfigurationJson.Default.SwarmConfiguration)!;
        errors.AddRange(CrossCheck.Run(configuration, source));
        ThrowIfAny(errors);
        return configuration;
    }

    /// <summary>Reads and checks one layer; null when it cannot be read as a mapping at all.</summary>
    private static JsonObject? ReadFile(string file, List<ConfigurationError> errors)
    {
        var name = Path.GetFileName(file);
        string text;
        try
        {
            text = File.ReadAllText(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add(new ConfigurationError(name, "", $"cannot be read: {exception.Message}"));
            return null;
        }

        var layer = YamlReader.Read(text, name, errors);
        if (layer is not null)
        {
            SchemaCheck.Run(layer, ConfigurationSchema.Layer, name, "", errors);
        }

        return layer;
    }

    private static void Merge(JsonObject under, JsonObject over)
    {
        foreach (var (key, value) in over)
        {
            if (value is JsonObject inner && under[key] is JsonObject existing)
            {
                Merge(existing, inner);
            }
            else
            {
                under[key] = value?.DeepClone();
            }
        }
    }

    private static void SpreadRobotDefaults(JsonObject merged)
    {
        if (merged[ConfigurationSchema.RobotDefaults] is JsonObject defaults && merged["robots"] is JsonArray robots)
        {
            for (var i = 0; i < robots.Count; i++)
            {
                if (robots[i] is JsonObject robot)
                {
                    var whole = (JsonObject)defaults.DeepClone();
                    Merge(whole, robot);
                    robots[i] = whole;
                }
            }
        }

        merged.Remove(ConfigurationSchema.RobotDefaults);
    }

    private static void Apply(JsonObject merged, string assignment, List<ConfigurationError> errors)
    {
        var equals = assignment.IndexOf('=', StringComparison.Ordinal);
        var path = equals < 0 ? assignment : assignment[..equals];
        if (equals <= 0)
        {
            errors.Add(new ConfigurationError(CommandLine, path, "must be written path=value"));
            return;
        }

        JsonNode? node = merged;
        JsonObject rules = ConfigurationSchema.Effective;
        var parts = path.Replace("[", ".[", StringComparison.Ordinal).Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            var next = Step(ref node, ref rules, parts[i], i == parts.Length - 1, YamlReader.Scalar(assignment[(equals + 1)..]));
            if (!next)
            {
                errors.Add(new ConfigurationError(CommandLine, path, $"no such place: {parts[i]}"));
                return;
            }
        }

        SchemaCheck.Run(node, rules, CommandLine, path, errors);
    }

    /// <summary>Goes one part of a path down in the values and in the rules; at the last one puts the value there.</summary>
    private static bool Step(ref JsonNode? node, ref JsonObject rules, string part, bool last, JsonNode? value)
    {
        if (part is ['[', .. var digits, ']'] && node is JsonArray list && int.TryParse(digits, out var index) && (uint)index < (uint)list.Count)
        {
            rules = (JsonObject)rules["items"]!;
            node = last ? list[index] = value : list[index];
            return true;
        }

        if (node is JsonObject mapping && rules["properties"]?[part] is JsonObject inner)
        {
            rules = inner;
            node = last ? mapping[part] = value : mapping[part] ??= new JsonObject();
            return true;
        }

        return false;
    }

    private static void ThrowIfAny(List<ConfigurationError> errors)
    {
        if (errors.Count > 0)
        {
            throw new ConfigurationException(errors);
        }
    }
}
