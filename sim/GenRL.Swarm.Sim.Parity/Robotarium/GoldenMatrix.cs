using System.Text.Json;

namespace GenRL.Swarm.Sim.Parity.Robotarium;

/// <summary>Reads numbers, lists of numbers and lists of rows out of a file; what is missing or of another kind is named.</summary>
internal static class GoldenMatrix
{
    /// <summary>A member that must be there.</summary>
    public static JsonElement Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var member)
            ? member
            : throw new GoldenException($"\"{name}\" is missing");

    /// <summary>A text.</summary>
    public static string Text(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : throw new GoldenException($"\"{name}\" is no text");

    /// <summary>A list.</summary>
    public static JsonElement List(JsonElement parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Array } list ? list : throw new GoldenException($"\"{name}\" is no list");

    /// <summary>A number.</summary>
    public static double Number(JsonElement parent, string name) => Value(Member(parent, name), name);

    /// <summary>A list of numbers.</summary>
    public static double[] Numbers(JsonElement parent, string name) => Row(List(parent, name), name);

    /// <summary>A list of rows.</summary>
    /// <param name="parent">Holds it.</param>
    /// <param name="name">Its name.</param>
    /// <param name="rows">Number of rows that it must have.</param>
    /// <param name="columns">Numbers that each must have; -1 for as many as the first.</param>
    public static double[][] Rows(JsonElement parent, string name, int rows, int columns = -1) =>
        Rows(name, List(parent, name), rows, columns);

    /// <summary>The same of a list that is not a member.</summary>
    public static double[][] Rows(string name, JsonElement list, int rows, int columns = -1)
    {
        double[][] matrix = list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(row => Row(row, name))]
            : throw new GoldenException($"\"{name}\" is no list");
        if (matrix.Length != rows)
        {
            throw new GoldenException($"\"{name}\" has {matrix.Length} rows instead of {rows}");
        }

        var expected = columns < 0 ? matrix[0].Length : columns;
        return Array.Exists(matrix, row => row.Length != expected)
            ? throw new GoldenException($"\"{name}\" has a row that has not {expected} numbers")
            : matrix;
    }

    private static double[] Row(JsonElement list, string name) =>
        list.ValueKind == JsonValueKind.Array
            ? [.. list.EnumerateArray().Select(number => Value(number, name))]
            : throw new GoldenException($"\"{name}\" is no list of rows of numbers");

    private static double Value(JsonElement number, string name) =>
        number.ValueKind == JsonValueKind.Number ? number.GetDouble() : throw new GoldenException($"\"{name}\" holds what is no number");
}
