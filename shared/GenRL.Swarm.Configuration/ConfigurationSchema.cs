using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace GenRL.Swarm.Configuration;

/// <summary>
/// The JSON Schema of a configuration file, made from the types: what an editor checks (hardware-configs/schema) and what the loader checks are the
/// same rules.
/// </summary>
public static class ConfigurationSchema
{
    /// <summary>The key of the values that hold for every robot.</summary>
    internal const string RobotDefaults = "robot_defaults";

    /// <summary>The schema of a whole configuration: every key required. A layer may leave out any.</summary>
    internal static JsonObject Effective { get; } = Export();

    /// <summary>The schema of one file, as checked in: nothing required, as another layer may say it.</summary>
    internal static JsonObject Layer { get; } = MakeLayer();

    /// <summary>The text of hardware-configs/schema/swarm.schema.json.</summary>
    public static string Text => Layer.ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true }) + "\n";

    private static JsonObject Export() => (JsonObject)ConfigurationJson.Default.SwarmConfiguration.GetJsonSchemaAsNode(
        new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = AddRange });

    private static JsonNode AddRange(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is JsonObject rules && rules["type"] is JsonArray { Count: 2 } type && type[1]?.GetValue<string>() == "null")
        {
            rules["type"] = type[0]!.GetValue<string>();
        }

        var range = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(typeof(RangeAttribute), inherit: false);
        if (schema is JsonObject node && range is [RangeAttribute bounds])
        {
            node["minimum"] = JsonNode.Parse(FormattableString.Invariant($"{bounds.Minimum}"));
            node["maximum"] = JsonNode.Parse(FormattableString.Invariant($"{bounds.Maximum}"));
        }

        return schema;
    }

    private static JsonObject MakeLayer()
    {
        var layer = (JsonObject)Effective.DeepClone();
        var robot = layer["properties"]!["robots"]!["items"]!.DeepClone();
        layer["properties"]![RobotDefaults] = robot;
        RemoveRequired(layer);
        layer.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return layer;
    }

    private static void RemoveRequired(JsonObject schema)
    {
        schema.Remove("required");
        foreach (var property in schema["properties"] as JsonObject ?? [])
        {
            RemoveRequired((JsonObject)property.Value!);
        }

        if (schema["items"] is JsonObject items)
        {
            RemoveRequired(items);
        }
    }
}
