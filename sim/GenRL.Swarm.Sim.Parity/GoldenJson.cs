using System.Text.Json;

namespace GenRL.Swarm.Sim.Parity;

/// <summary>Reads trajectory files: every reader names what it looks for, for the error text.</summary>
internal static class GoldenJson
{
    /// <summary>A member that must be there.</summary>
    /// <exception cref="GoldenException">It is not.</exception>
    public static JsonElement Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member
        : throw new GoldenException($"\"{name}\" is missing");

    /// <summary>A member that may be absent or null.</summary>
    public static JsonElement? Find(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;

    /// <summary>A text.</summary>
    /// <exception cref="GoldenException">Not a text.</exception>
    public static string Text(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()!
        : throw new GoldenException($"\"{name}\": {element.GetRawText()} is not a text");

    /// <summary>A whole number.</summary>
    /// <exception cref="GoldenException">Not a whole number.</exception>
    public static int Whole(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var value) && value == (int)value ? (int)value
        : throw new GoldenException($"\"{name}\": {element.GetRawText()} is not a whole number");

    /// <summary>A number.</summary>
    /// <exception cref="GoldenException">Not a number.</exception>
    public static double Number(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var value) ? value
        : throw new GoldenException($"\"{name}\": {element.GetRawText()} is not a number");

    /// <summary>True or false.</summary>
    /// <exception cref="GoldenException">Neither true nor false.</exception>
    public static bool Truth(this JsonElement element, string name) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw new GoldenException($"\"{name}\": {element.GetRawText()} is neither true nor false"),
    };

    /// <summary>A list of whole numbers.</summary>
    /// <exception cref="GoldenException">Not a list of whole numbers.</exception>
    public static int[] Wholes(this JsonElement element, string name) => [.. element.List(name).Select(entry => entry.Whole(name))];

    /// <summary>A list of <paramref name="count"/> whole numbers.</summary>
    /// <exception cref="GoldenException">Not a list of as many as <paramref name="count"/> whole numbers.</exception>
    public static int[] Wholes(this JsonElement element, string name, int count) =>
        element.Wholes(name) is var list && list.Length == count ? list
        : throw new GoldenException($"\"{name}\": {list.Length} numbers instead of {count}");

    /// <summary>The entries of a list.</summary>
    /// <exception cref="GoldenException">Not a list.</exception>
    public static IReadOnlyList<JsonElement> List(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray()] : throw new GoldenException($"\"{name}\" is not a list");

    /// <summary>The <paramref name="count"/> entries of a list.</summary>
    /// <exception cref="GoldenException">Not a list of as many as <paramref name="count"/>.</exception>
    public static IReadOnlyList<JsonElement> List(this JsonElement element, string name, int count) =>
        element.List(name) is var list && list.Count == count ? list
        : throw new GoldenException($"\"{name}\": {list.Count} entries instead of {count}");

    /// <summary>All numbers of a list of lists of ... numbers; true and false count as 1 and 0.</summary>
    /// <exception cref="GoldenException">It holds something else.</exception>
    public static double[] Flat(this JsonElement element, string name)
    {
        var numbers = new List<double>();
        Gather(element, name, numbers);
        return [.. numbers];
    }

    /// <summary>Throws where an object has a member that nobody reads: a variant that cannot be run.</summary>
    /// <exception cref="GoldenException">It has; names it.</exception>
    public static void OnlyHas(this JsonElement element, string name, params ReadOnlySpan<string> known)
    {
        foreach (var member in element.EnumerateObject())
        {
            if (!known.Contains(member.Name))
            {
                throw new GoldenException($"\"{name}\": \"{member.Name}\" is not known");
            }
        }
    }

    private static void Gather(JsonElement element, string name, List<double> numbers)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var entry in element.EnumerateArray())
            {
                Gather(entry, name, numbers);
            }
        }
        else
        {
            numbers.Add(element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.Truth(name) ? 1d : 0d : element.Number(name));
        }
    }
}
