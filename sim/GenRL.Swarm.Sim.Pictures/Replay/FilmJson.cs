using System.Buffers;
using System.Text.Json;
using GenRL.Swarm.Sim.Pictures.Films;
using GenRL.Swarm.Sim.Pictures.Styles;

namespace GenRL.Swarm.Sim.Pictures.Replay;

/// <summary>
/// A film as JSON for the page. Each frame lists its shapes as differences from the shapes at the same places of the frame before: n stands for n
/// shapes that are the same; [x, y], [x, y, turn] for one that moved or turned; [x, y, a, b] for a segment that moved; all eight fields for one
/// that is new. Lengths are whole multiples of "unit" metres, about a five-thousandth of the picture.
/// </summary>
internal static class FilmJson
{
    private const double UnitsOfPicture = 5000d;

    /// <summary>The bytes, safe to stand inside a script element.</summary>
    public static byte[] Write(Film film, string title, string subtitle, int framesPerSecond)
    {
        var extent = film.Extent;
        var unit = Math.Pow(10d, Math.Floor(Math.Log10(extent.Size / UnitsOfPicture)));
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("title", title);
        json.WriteString("subtitle", subtitle);
        json.WriteNumber("rate", framesPerSecond);
        json.WriteNumber("unit", unit);
        json.WritePropertyName("extent");
        WriteArray(json, [extent.Left, extent.Bottom, extent.Right, extent.Top]);
        WriteRoles(json, film);
        json.WriteStartArray("frames");
        QuantisedShape[] before = [];
        foreach (var frame in film.Frames)
        {
            QuantisedShape[] shapes = [.. frame.Shapes.Select(shape => QuantisedShape.Of(shape, unit)).OfType<QuantisedShape>()];
            json.WriteStartArray();
            json.WriteNumberValue(frame.Episode);
            json.WriteNumberValue(frame.Step);
            json.WriteNumberValue(Math.Round(double.IsFinite(frame.Return) ? frame.Return : 0d, 3));
            WriteDifferences(json, before, shapes);
            json.WriteEndArray();
            before = shapes;
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteRoles(Utf8JsonWriter json, Film film)
    {
        json.WriteStartArray("roles");
        foreach (var style in film.Roles.Select(RoleStyle.Of))
        {
            json.WriteStartObject();
            json.WriteNumber("role", (int)style.Role);
            json.WriteString("name", style.Name);
            json.WriteString("light", style.Light);
            json.WriteString("dark", style.Dark);
            json.WriteString("manner", $"{style.Manner}");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteDifferences(Utf8JsonWriter json, QuantisedShape[] before, QuantisedShape[] shapes)
    {
        var same = 0;
        for (var i = 0; i < shapes.Length; i++)
        {
            if (i < before.Length && before[i] == shapes[i])
            {
                same++;
                continue;
            }

            WriteSame(json, ref same);
            WriteShape(json, i < before.Length ? before[i] : null, shapes[i]);
        }

        WriteSame(json, ref same);
    }

    private static void WriteSame(Utf8JsonWriter json, ref int same)
    {
        if (same > 0)
        {
            json.WriteNumberValue(same);
            same = 0;
        }
    }

    private static void WriteShape(Utf8JsonWriter json, QuantisedShape? before, in QuantisedShape shape)
    {
        if (before is { } old && old with { X = shape.X, Y = shape.Y, Turn = shape.Turn } == shape && (old.Turn is null) == (shape.Turn is null))
        {
            if (old.Turn == shape.Turn)
            {
                WriteArray(json, [shape.X, shape.Y]);
            }
            else
            {
                WriteArray(json, [shape.X, shape.Y, shape.Turn!.Value]);
            }
        }
        else if (before is { } former && former with { X = shape.X, Y = shape.Y, A = shape.A, B = shape.B } == shape)
        {
            WriteArray(json, [shape.X, shape.Y, shape.A, shape.B]);
        }
        else
        {
            json.WriteStartArray();
            json.WriteNumberValue((int)shape.Kind);
            json.WriteNumberValue((int)shape.Role);
            json.WriteNumberValue(shape.X);
            json.WriteNumberValue(shape.Y);
            json.WriteNumberValue(shape.A);
            json.WriteNumberValue(shape.B);
            if (shape.Turn is { } turn)
            {
                json.WriteNumberValue(turn);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteStringValue(shape.Label);
            json.WriteEndArray();
        }
    }

    private static void WriteArray(Utf8JsonWriter json, ReadOnlySpan<double> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
