using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace GenRL.Swarm.Sim.Recording.Files;

/// <summary>One step as JSON. Numbers are the shortest that read back to the same float.</summary>
internal static class StepJson
{
    /// <summary>Writes a step.</summary>
    public static void Write(int number, ReadOnlySpan<float> actions, ReadOnlySpan<ulong> hashes, IBufferWriter<byte> into)
    {
        using var json = new Utf8JsonWriter(into);
        json.WriteStartObject();
        json.WriteNumber("step", number);
        json.WriteStartArray("actions");
        foreach (var action in actions)
        {
            json.WriteNumberValue(action);
        }

        json.WriteEndArray();
        json.WriteStartArray("hashes");
        foreach (var hash in hashes)
        {
            json.WriteStringValue(hash.ToString("x16", CultureInfo.InvariantCulture));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>Reads the step <paramref name="number"/> of <paramref name="run"/>.</summary>
    /// <exception cref="InvalidDataException">It is not that; the message says what is wrong.</exception>
    public static RecordedStep Read(ReadOnlyMemory<byte> message, int number, RunDescription run)
    {
        try
        {
            using var json = JsonDocument.Parse(message);
            var root = json.RootElement;
            var step = root.GetProperty("step").GetInt32();
            if (step != number)
            {
                throw new InvalidDataException($"step {step} stands where step {number} should be");
            }

            float[] actions = [.. root.GetProperty("actions").EnumerateArray().Select(action => action.GetSingle())];
            ulong[] hashes = [.. root.GetProperty("hashes").EnumerateArray().Select(Hash)];
            Require(number, "actions", actions.Length, number == 0 ? 0 : run.ActionLength);
            Require(number, "hashes", hashes.Length, run.Worlds);
            return new RecordedStep(step, actions, hashes);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException($"step {number} cannot be read: {problem.Message}", problem);
        }
    }

    private static ulong Hash(JsonElement text) =>
        ulong.TryParse(text.GetString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash) ? hash : throw new FormatException("a hash is not one");

    private static void Require(int number, string what, int length, int expected)
    {
        if (length != expected)
        {
            throw new InvalidDataException($"step {number} has {length} {what} instead of {expected}");
        }
    }
}
