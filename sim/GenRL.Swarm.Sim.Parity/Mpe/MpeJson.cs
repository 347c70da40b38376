using System.Text.Json;

namespace GenRL.Swarm.Sim.Parity.Mpe;

/// <summary>Reads what a file must have; what is missing or of another kind is named.</summary>
internal static class MpeJson
{
    /// <summary>A field.</summary>
    public static JsonElement Field(this JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var value) ? value : throw new GoldenException($"{name}: is missing");

    /// <summary>A text.</summary>
    public static string Text(this JsonElement at, string name) =>
        at.Field(name) is { ValueKind: JsonValueKind.String } value ? value.GetString()! : throw new GoldenException($"{name}: is not a text");

    /// <summary>A number.</summary>
    public static double Number(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw new GoldenException($"{name}: is not a number");

    /// <summary>A list of a known length.</summary>
    public static JsonElement[] List(this JsonElement at, string name, int length)
    {
        var value = at.Field(name);
        if (value.ValueKind != JsonValueKind.Array || value.GetArrayLength() != length)
        {
            throw new GoldenException($"{name}: is not a list of {length}");
        }

        return [.. value.EnumerateArray()];
    }

    /// <summary>Numbers.</summary>
    public static double[] Numbers(this JsonElement value, string name) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(number => number.Number(name))] : throw new GoldenException($"{name}: is not a list");

    /// <summary>Rows of numbers, as many as known.</summary>
    public static double[][] Rows(this JsonElement at, string name, int count) => [.. at.List(name, count).Select(row => row.Numbers(name))];

    /// <summary>Yes as 1, no as 0.</summary>
    public static double Flag(this JsonElement value, string name) => value.ValueKind switch
    {
        JsonValueKind.True => 1d,
        JsonValueKind.False => 0d,
        _ => throw new GoldenException($"{name}: is neither true nor false"),
    };
}
