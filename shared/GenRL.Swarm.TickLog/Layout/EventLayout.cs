using System.Runtime.InteropServices;
using System.Text.Json;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog.Mcap;

namespace GenRL.Swarm.TickLog.Layout;

/// <summary>
/// A <see cref="LogEvent"/> in the ring (plain UTF-16, so that the thread that appends allocates nothing) and in the log (JSON). Texts of
/// more than <see cref="MaxText"/> characters are cut.
/// </summary>
internal static class EventLayout
{
    /// <summary>The longest text that an event keeps, characters.</summary>
    public const int MaxText = 4096;

    private const int FixedSize = 28;

    public static int SizeOf(LogEvent record) =>
        FixedSize + sizeof(char) * (Cut(record.Kind).Length + Cut(record.Release?.Hex).Length + Cut(record.Detail).Length);

    /// <summary>Writes <paramref name="record"/> into <paramref name="bytes"/>, which has <see cref="SizeOf"/> bytes.</summary>
    public static void Write(LogEvent record, Span<byte> bytes)
    {
        var to = new SpanWriter(bytes);
        to.I64(record.At.Nanoseconds);
        to.I64(record.Tick.Value);
        to.I32(Cut(record.Kind).Length);
        to.I32(record.Release is null ? -1 : Cut(record.Release?.Hex).Length);
        to.I32(Cut(record.Detail).Length);
        to.Raw(MemoryMarshal.AsBytes(Cut(record.Kind)));
        to.Raw(MemoryMarshal.AsBytes(Cut(record.Release?.Hex)));
        to.Raw(MemoryMarshal.AsBytes(Cut(record.Detail)));
    }

    public static LogEvent Read(ReadOnlySpan<byte> bytes)
    {
        var from = new SpanReader(bytes);
        var at = new Stamp(from.I64());
        var tick = new TickNumber(from.I64());
        int kind = from.I32(), release = from.I32(), detail = from.I32();
        return new LogEvent(
            at, tick, Text(from.Raw(kind * sizeof(char))), release < 0 ? null : new ReleaseId(Text(from.Raw(release * sizeof(char)))),
            Text(from.Raw(detail * sizeof(char))));
    }

    public static void WriteJson(LogEvent record, ByteBuilder to)
    {
        using var json = new Utf8JsonWriter(to);
        json.WriteStartObject();
        json.WriteNumber("at", record.At.Nanoseconds);
        json.WriteNumber("tick", record.Tick.Value);
        json.WriteString("kind", record.Kind);
        json.WriteString("release", record.Release?.Hex);
        json.WriteString("detail", record.Detail);
        json.WriteEndObject();
    }

    /// <summary>Reads an event, or returns null when <paramref name="utf8"/> is not one.</summary>
    public static LogEvent? TryReadJson(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            var release = root.GetProperty("release").GetString();
            return reader.BytesConsumed != utf8.Length ? null : new LogEvent(
                new Stamp(root.GetProperty("at").GetInt64()), new TickNumber(root.GetProperty("tick").GetInt64()),
                root.GetProperty("kind").GetString() ?? "", release is null ? null : new ReleaseId(release),
                root.GetProperty("detail").GetString() ?? "");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<char> Cut(string? text) => text is { Length: > MaxText } ? text.AsSpan(0, MaxText) : text;

    private static string Text(ReadOnlySpan<byte> utf16) => new(MemoryMarshal.Cast<byte, char>(utf16));
}
