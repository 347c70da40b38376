using System.Text.Json;

namespace GenRL.Swarm.Sim.Parity.Waypoints;

/// <summary>Stored values, of any nesting, as rows of numbers.</summary>
internal static class GoldenValues
{
    /// <summary>The member <paramref name="name"/>.</summary>
    /// <exception cref="GoldenException">There is none.</exception>
    public static JsonElement Member(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value)
            ? value
            : throw new GoldenException($"{name}: missing");

    /// <summary>The members of <paramref name="owner"/>.</summary>
    /// <exception cref="GoldenException">It has none by its kind.</exception>
    public static JsonElement.ObjectEnumerator Members(JsonElement owner, string name) =>
        owner.ValueKind == JsonValueKind.Object ? owner.EnumerateObject() : throw new GoldenException($"{name}: no object");

    /// <summary>The entries of the list <paramref name="name"/>.</summary>
    /// <exception cref="GoldenException">It is missing or no list.</exception>
    public static JsonElement.ArrayEnumerator Entries(JsonElement owner, string name)
    {
        var list = Member(owner, name);
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new GoldenException($"{name}: no list");
    }

    /// <summary>All numbers in <paramref name="value"/>, row after row; flags as 0 and 1.</summary>
    /// <param name="value">A number, a flag, a word of <paramref name="words"/>, or a list of such.</param>
    /// <param name="name">For messages.</param>
    /// <param name="words">Words that stand for 0, 1, 2 ...</param>
    /// <exception cref="GoldenException">Something else is in it.</exception>
    public static double[] Flatten(JsonElement value, string name, params ReadOnlySpan<string> words)
    {
        var row = new List<double>();
        Append(value, name, words, row);
        return [.. row];
    }

    /// <summary>The whole numbers of the list <paramref name="name"/>.</summary>
    /// <exception cref="GoldenException">It is missing, has another length, or an entry is no whole number.</exception>
    public static int[] Whole(JsonElement owner, string name, int count)
    {
        var values = Flatten(Member(owner, name), name);
        return values.Length == count && Array.TrueForAll(values, value => value == (int)value)
            ? Array.ConvertAll(values, value => (int)value)
            : throw new GoldenException($"{name}: not {count} whole numbers");
    }

    private static void Append(JsonElement value, string name, ReadOnlySpan<string> words, List<double> row)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                row.Add(value.GetDouble());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                row.Add(value.GetBoolean() ? 1d : 0d);
                break;
            case JsonValueKind.String when words.Contains(value.GetString()!):
                row.Add(words.IndexOf(value.GetString()!));
                break;
            case JsonValueKind.Array:
                foreach (var entry in value.EnumerateArray())
                {
                    Append(entry, name, words, row);
                }

                break;
            default:
                throw new GoldenException($"{name}: {value.GetRawText()} is no number");
        }
    }
}
