using System.Text.Json;
using System.Text.Json.Serialization;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Registry.Storage;

/// <summary>A release id as its digits.</summary>
internal sealed class ReleaseIdConverter : JsonConverter<ReleaseId>
{
    public override ReleaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, ReleaseId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
}

/// <summary>A robot id as its number.</summary>
internal sealed class RobotIdConverter : JsonConverter<RobotId>
{
    public override RobotId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetUInt16());

    public override void Write(Utf8JsonWriter writer, RobotId value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
