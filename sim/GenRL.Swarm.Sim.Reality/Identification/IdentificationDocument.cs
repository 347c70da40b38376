using System.Text.Json;
using System.Text.Json.Serialization;
using GenRL.Swarm.Contracts.Actuation;
using GenRL.Swarm.Sim.Floors;
using GenRL.Swarm.Sim.Orders;

namespace GenRL.Swarm.Sim.Reality.Identification;

/// <summary>An identification as a file: what <c>sim identify --json</c> writes, and <c>--floor FILE</c> reads the floor of.</summary>
public sealed record IdentificationDocument
{
    /// <summary>Name of the log.</summary>
    public required string Log { get; init; }

    /// <summary>How the robot moves.</summary>
    public required KinematicsKind Kinematics { get; init; }

    /// <summary>Windows of 2 s that were fitted.</summary>
    public required int Windows { get; init; }

    /// <summary>Windows that count less.</summary>
    public required int Outliers { get; init; }

    /// <summary>How far the log lies from the best simulation: metres, metres per second, radians, radians per second.</summary>
    public required NoiseScale Noise { get; init; }

    /// <summary>The numbers, one by one.</summary>
    public required IReadOnlyList<IdentifiedParameter> Parameters { get; init; }

    /// <summary>The floor.</summary>
    public required FloorOrder Floor { get; init; }

    /// <summary>What to draw floors from in training.</summary>
    public required FloorRange Range { get; init; }

    /// <summary>The document of <paramref name="result"/>.</summary>
    public static IdentificationDocument Of(string log, IdentificationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return new IdentificationDocument
        {
            Log = log,
            Kinematics = result.Kinematics,
            Windows = result.Windows,
            Outliers = result.Outliers,
            Noise = result.Noise,
            Parameters = result.Parameters,
            Floor = FloorOrder.Of(result.Floor),
            Range = result.Range,
        };
    }

    /// <summary>This document as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, IdentificationJson.Default.IdentificationDocument) + "\n";

    /// <summary>Reads a document back.</summary>
    /// <exception cref="InvalidDataException">It is none; the message names the place.</exception>
    public static IdentificationDocument Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, IdentificationJson.Default.IdentificationDocument) ?? throw new InvalidDataException("the document is null");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }
}

/// <summary>Snake case; an unknown key is an error.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, WriteIndented = true,
    Converters = [typeof(KinematicsName)])]
[JsonSerializable(typeof(IdentificationDocument))]
internal sealed partial class IdentificationJson : JsonSerializerContext;

/// <summary>Kinematics in snake case, as in the configuration.</summary>
internal sealed class KinematicsName() : JsonStringEnumConverter<KinematicsKind>(JsonNamingPolicy.SnakeCaseLower);
