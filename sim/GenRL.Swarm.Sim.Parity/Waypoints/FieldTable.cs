using System.Text.Json;
using GenRL.Swarm.Sim.Scenarios.Waypoints;

namespace GenRL.Swarm.Sim.Parity.Waypoints;

/// <summary>Ties the stored members of a state to a scenario's fields of the same names.</summary>
internal static class FieldTable
{
    /// <summary>Puts a stored value into its field.</summary>
    /// <exception cref="GoldenException">No such field, or another length.</exception>
    public static void Load(IReadOnlyList<StateField> fields, string name, JsonElement value, params ReadOnlySpan<string> words)
    {
        var stored = GoldenValues.Flatten(value, name, words);
        var field = Find(fields, name);
        if (stored.Length != field.Length)
        {
            throw new GoldenException($"{name}: {stored.Length} values instead of {field.Length}");
        }

        stored.CopyTo(field, 0);
    }

    /// <summary>Compares a stored value with its field.</summary>
    /// <exception cref="GoldenException">No such field.</exception>
    public static void Compare(
        Comparison comparison, IReadOnlyList<StateField> fields, string name, JsonElement value, params ReadOnlySpan<string> words) =>
        comparison.Expect(Quantity.State, GoldenValues.Flatten(value, name, words), Find(fields, name));

    private static double[] Find(IReadOnlyList<StateField> fields, string name) =>
        fields.FirstOrDefault(field => field.Name == name).Values ?? throw new GoldenException($"{name}: the scenario has no such state");
}
