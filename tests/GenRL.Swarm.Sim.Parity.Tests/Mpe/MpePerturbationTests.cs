using System.Text.Json;
using System.Text.Json.Nodes;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Parity.Mpe;

namespace GenRL.Swarm.Sim.Parity.Tests.Mpe;

public sealed class MpePerturbationTests
{
    private const double Step = 1e-7;

    [Theory]
    [MemberData(nameof(MpeFilesTests.Files), MemberType = typeof(MpeFilesTests))]
    public void A_value_that_is_off_by_a_hundred_tolerances_is_found(string name)
    {
        var file = GoldenFolder.Read("mpe", name);
        var random = new RandomStream(7, 0, 0);
        var kinds = Values(file).Where(IsJudged).GroupBy(KindOf).Select(kind => kind.ToList()).ToList();

        foreach (var kind in kinds)
        {
            var value = kind[random.NextInt32(kind.Count)];
            var path = value.GetPath();
            var (stored, changed) = (value.DeepClone(), Changed(value));
            value.ReplaceWith(changed);
            Assert.True(GoldenFolder.Run(new MpeSystem(), file).Failure is not null, $"{name} passes with {path} changed");
            changed.ReplaceWith(stored);
        }

        Assert.True(kinds.Count > 20);
    }

    /// <summary>Not what only tells how the file was made, nor what upstream itself does not look at.</summary>
    private static bool IsJudged(JsonValue value)
    {
        var (path, env) = (value.GetPath(), value.Root["env"]!.GetValue<string>());
        return path is not "$.seed" and not "$.init_scale"
            && !(env == "simple_crypto" && path.StartsWith("$.init.landmark_pos", StringComparison.Ordinal))
            && !(Pushes(env, path) && path.EndsWith("][0]", StringComparison.Ordinal));
    }

    /// <summary>Whether a path leads to the numbers of an agent that moves: the first of its five has no effect.</summary>
    private static bool Pushes(string env, string path) => path.Contains(".action[", StringComparison.Ordinal)
        && env != "simple_crypto"
        && !(env == "simple_speaker_listener" && path.Contains(".action[0]", StringComparison.Ordinal));

    private static JsonValue Changed(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.True => JsonValue.Create(false),
        JsonValueKind.False => JsonValue.Create(true),
        _ => JsonValue.Create(value.GetValue<double>() + Step),
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
