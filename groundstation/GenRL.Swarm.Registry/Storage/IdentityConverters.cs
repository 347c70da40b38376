using System.Text.Json;
using System.Text.Json.Serialization;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Registry.Storage;

/// <summary>A release id as its digits.</summary>
public sealed class ReleaseIdConverter : JsonConverter<ReleaseId>
{
    /// <inheritdoc/>
    public override ReleaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ReleaseId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
}

/// <summary>A robot id as its number.</summary>
public sealed class RobotIdConverter : JsonConverter<RobotId>
{
    /// <inheritdoc/>
    public override RobotId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetUInt16());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, RobotId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
