using System.Text.Json;
using System.Text.Json.Nodes;

namespace GenRL.Swarm.Configuration;

/// <summary>Checks a node against the part of JSON Schema that <see cref="ConfigurationSchema"/> uses, and collects all that is wrong.</summary>
internal static class SchemaCheck
{
    /// <summary>Adds an error for each rule of <paramref name="schema"/> that <paramref name="node"/> breaks.</summary>
    public static void Run(JsonNode? node, JsonObject schema, string source, string path, List<ConfigurationError> errors)
    {
        var expected = schema["type"]?.GetValue<string>();
        if (schema["enum"] is JsonArray names)
        {
            var allowed = names.Select(n => n!.GetValue<string>()).ToArray();
            if (node?.GetValueKind() != JsonValueKind.String || !allowed.Contains(node.GetValue<string>()))
            {
                errors.Add(new ConfigurationError(source, path, $"is {Show(node)}, must be one of {string.Join(", ", allowed)}"));
            }
        }
        else if (!HasType(node, expected))
        {
            errors.Add(new ConfigurationError(source, path, $"is {Show(node)}, must be of type {expected}"));
        }
        else if (node is JsonObject members)
        {
            Members(members, schema, source, path, errors);
        }
        else if (node is JsonArray items)
        {
            for (var i = 0; i < items.Count; i++)
            {
                Run(items[i], (JsonObject)schema["items"]!, source, $"{path}[{i}]", errors);
            }
        }
        else if (schema["minimum"] is { } minimum && node!.GetValue<double>() is var value
            && !(value >= minimum.GetValue<double>() && value <= schema["maximum"]!.GetValue<double>()))
        {
            errors.Add(new ConfigurationError(source, path, $"is {Show(node)}, must lie in {minimum} to {schema["maximum"]}"));
        }
    }

    private static void Members(JsonObject members, JsonObject schema, string source, string path, List<ConfigurationError> errors)
    {
        var known = (JsonObject)schema["properties"]!;
        foreach (var (key, value) in members)
        {
            if (known[key] is JsonObject rules)
            {
                Run(value, rules, source, Join(path, key), errors);
            }
            else
            {
                errors.Add(new ConfigurationError(source, Join(path, key), $"unknown key; known here: {string.Join(", ", known.Select(k => k.Key))}"));
            }
        }

        foreach (var key in schema["required"] as JsonArray ?? [])
        {
            if (!members.ContainsKey(key!.GetValue<string>()))
            {
                errors.Add(new ConfigurationError(source, Join(path, key.GetValue<string>()), "missing"));
            }
        }
    }

    private static bool HasType(JsonNode? node, string? expected) => expected switch
    {
        "object" => node is JsonObject,
        "array" => node is JsonArray,
        "string" => node?.GetValueKind() == JsonValueKind.String,
        "boolean" => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "integer" => node?.GetValueKind() == JsonValueKind.Number && node.GetValue<double>() is var number && number == Math.Floor(number),
        "number" => node?.GetValueKind() == JsonValueKind.Number,
        _ => false,
    };

    private static string Show(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject => "a mapping",
        JsonArray => "a list",
        _ => node.ToJsonString(),
    };

    private static string Join(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
