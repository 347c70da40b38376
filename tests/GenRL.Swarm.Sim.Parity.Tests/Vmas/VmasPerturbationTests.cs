using System.Text.Json;
using System.Text.Json.Nodes;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Parity.Vmas;

namespace GenRL.Swarm.Sim.Parity.Tests.Vmas;

public sealed class VmasPerturbationTests
{
    public static TheoryData<string> Files =>
    [
        "balance-s0-f32.json", "balance-togoal-s1-f64.json", "dispersion-s0-f64.json", "dispersion-share-s1-f32.json", "flocking-s0-f32.json",
        "flocking-center-s1-f64.json", "navigation-s0-f64.json", "navigation-center-s1-f32.json", "simple_spread-s0-f32.json", "simple_spread-s0-f64.json",
        "transport-s0-f64.json", "transport-push-s1-f32.json", "wheel-s0-f32.json", "wheel-push-s1-f64.json",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_value_of_any_kind_that_is_off_by_a_hundred_tolerances_is_found(string name)
    {
        var file = GoldenFolder.Read("vmas", name);

        var missed = Missed(file, value => !IsHistory(value.GetPath()), out var kinds);

        Assert.Empty(missed);
        Assert.True(kinds > 30, $"{kinds} kinds of values");
    }

    [Theory]
    [InlineData("ball_passage-ball-s0-f32.json")]
    [InlineData("ball_passage-ball-s1000-f64.json")]
    public void Motion_that_is_off_by_a_hundred_tolerances_is_found_where_no_more_is_known(string name)
    {
        var file = GoldenFolder.Read("vmas", name);

        var missed = Missed(file, value => IsMotion(value.GetPath()), out var kinds);

        Assert.Empty(missed);
        Assert.Equal(9, kinds);
    }

    /// <summary>Changes one value of each kind after the other, and gathers those whose change is not found.</summary>
    private static List<string> Missed(JsonNode file, Func<JsonValue, bool> counts, out int number)
    {
        var by = file["precision"]!.GetValue<string>() == "float32" ? 1e-4 : 1e-7;
        var random = new RandomStream(7, 0, 0);
        var missed = new List<string>();
        var kinds = Values(file).Where(counts).GroupBy(KindOf).Select(kind => kind.ToList()).ToList();
        foreach (var kind in kinds)
        {
            var value = kind[random.NextInt32(kind.Count)];
            var path = value.GetPath();
            var (stored, changed) = (value.DeepClone(), Changed(value, by));
            value.ReplaceWith(changed);
            if (GoldenFolder.Run(new VmasSystem(), file).Failure is null)
            {
                missed.Add(path);
            }

            changed.ReplaceWith(stored);
        }

        number = kinds.Count;
        return missed;
    }

    /// <summary>What only tells how the file was made.</summary>
    private static bool IsHistory(string path) => path is "$.seed" or "$.env_index" or "$.world.dim_c" || path.EndsWith(".silent", StringComparison.Ordinal);

    private static bool IsMotion(string path) =>
        path.StartsWith("$.init.", StringComparison.Ordinal)
        || (path.StartsWith("$.steps", StringComparison.Ordinal)
            && (path.Contains(".action[", StringComparison.Ordinal) || path.Contains(".pos[", StringComparison.Ordinal)
                || path.Contains("vel[", StringComparison.Ordinal) || path.Contains(".rot[", StringComparison.Ordinal)));

    private static JsonValue Changed(JsonValue value, double by) => value.GetValueKind() switch
    {
        JsonValueKind.True => JsonValue.Create(false),
        JsonValueKind.False => JsonValue.Create(true),
        _ => JsonValue.Create(value.GetValue<double>() + by),
    };

    private static IEnumerable<JsonValue> Values(JsonNode node) => node switch
    {
        JsonObject parent => parent.Where(field => field.Value is not null).SelectMany(field => Values(field.Value!)),
        JsonArray parent => parent.Where(entry => entry is not null).SelectMany(entry => Values(entry!)),
        JsonValue value when value.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => [value],
        _ => [],
    };

    /// <summary>A path without its numbers.</summary>
    private static string KindOf(JsonValue value) => string.Concat(value.GetPath().Where(letter => !char.IsAsciiDigit(letter)));
}
