using System.Text.Json;

namespace GenRL.Swarm.Sim.Parity.Waypoints;

/// <summary>Reads settings by name; a setting that is absent or null has its author's default.</summary>
internal readonly struct GoldenConfig(JsonElement settings)
{
    /// <summary>Whether <paramref name="name"/> is there and not null.</summary>
    public bool Has(string name) => TryGet(name, out _);

    /// <summary>A number.</summary>
    public double Number(string name, double usual) =>
        !TryGet(name, out var value) ? usual
        : value.ValueKind == JsonValueKind.Number ? value.GetDouble()
        : throw new GoldenException($"{name}: {value.GetRawText()} is no number");

    /// <summary>A number that must be there.</summary>
    public double Number(string name) => Has(name) ? Number(name, 0d) : throw new GoldenException($"{name}: missing");

    /// <summary>A whole number.</summary>
    public int Whole(string name, int usual)
    {
        var value = Number(name, usual);
        return value == (int)value ? (int)value : throw new GoldenException($"{name}: {value} is no whole number");
    }

    /// <summary>A whole number that must be there.</summary>
    public int Whole(string name) => Has(name) ? Whole(name, 0) : throw new GoldenException($"{name}: missing");

    /// <summary>A flag.</summary>
    public bool Flag(string name, bool usual) =>
        !TryGet(name, out var value) ? usual
        : value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : throw new GoldenException($"{name}: {value.GetRawText()} is no flag");

    /// <summary>A word.</summary>
    public string Word(string name, string usual) =>
        !TryGet(name, out var value) ? usual
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : throw new GoldenException($"{name}: {value.GetRawText()} is no word");

    /// <summary>Settings within the setting <paramref name="name"/>; empty where it is absent.</summary>
    public GoldenConfig Section(string name) => TryGet(name, out var value) ? new GoldenConfig(value) : default;

    /// <summary>The rows of numbers of a table.</summary>
    public IEnumerable<double[]> Rows(string name) =>
        TryGet(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(row => GoldenValues.Flatten(row, name))
            : throw new GoldenException($"{name}: no table");

    private bool TryGet(string name, out JsonElement value)
    {
        value = default;
        return settings.ValueKind == JsonValueKind.Object && settings.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
    }
}
