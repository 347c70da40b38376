using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using GenRL.Swarm.Agent;
using GenRL.Swarm.Sim.Parity.Mpe;
using Xunit;

namespace GenRL.Swarm.Sim.Parity.Tests.Mpe;

public sealed partial class MpePerturbationTests
{
    private const double Step = 1e-7;

    [Theory]
    [MemberData(nameof(MpeFilesTests.Files), MemberType = typeof(MpeFilesTests))]
    public void A_number_that_is_off_by_a_hundred_tolerances_is_found(string name)
    {
        Assert.SkipUnless(Directory.Exists(MpeFilesTests.Folder), "the golden files are not here");
        var file = JsonNode.Parse(File.ReadAllBytes(Path.Combine(MpeFilesTests.Folder, name)))!;
        var random = new RandomStream(7, 0, 0);
        var kinds = Numbers(file).Where(IsJudged).GroupBy(number => Index().Replace(number.GetPath(), "[]")).Select(kind => kind.ToList()).ToList();

        foreach (var kind in kinds)
        {
            var number = kind[random.NextInt32(kind.Count)];
            var (value, path) = (number.GetValue<double>(), number.GetPath());
            var changed = JsonValue.Create(value + Step);
            number.ReplaceWith(changed);
            Assert.True(Fails(file), $"{name} passes with {path} changed");
            changed.ReplaceWith(JsonValue.Create(value));
        }

        Assert.True(kinds.Count > 20);
    }

    /// <summary>Not what only tells how the file was made, nor what upstream itself does not look at.</summary>
    private static bool IsJudged(JsonValue number)
    {
        var path = number.GetPath();
        var env = number.Root["env"]!.GetValue<string>();
        return path is not "$.seed" and not "$.init_scale"
            && !(env == "simple_crypto" && path.StartsWith("$.init.landmark_pos", StringComparison.Ordinal))
            && !(env != "simple_crypto" && Unused().IsMatch(path) && !(env == "simple_speaker_listener" && path.Contains("action[0]", StringComparison.Ordinal)));
    }

    private static bool Fails(JsonNode file)
    {
        using var document = JsonDocument.Parse(file.ToJsonString());
        var comparison = new Comparison();
        try
        {
            new MpeSystem().Run(document.RootElement, comparison);
            return comparison.Failure is not null;
        }
        catch (GoldenException)
        {
            return true;
        }
    }

    private static IEnumerable<JsonValue> Numbers(JsonNode node) => node switch
    {
        JsonObject parent => parent.Where(field => field.Value is not null).SelectMany(field => Numbers(field.Value!)),
        JsonArray parent => parent.Where(entry => entry is not null).SelectMany(entry => Numbers(entry!)),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => [value],
        _ => [],
    };

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Index();

    // The first of a moving agent's five continuous numbers has no effect.
    [GeneratedRegex(@"action\[\d+\]\[0\]$")]
    private static partial Regex Unused();
}
