using System.Text.Json;
using System.Text.Json.Serialization;
using GenRL.Swarm.Contracts.Actuation;

namespace GenRL.Swarm.Configuration;

/// <summary>Reading and writing without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true, Converters = [typeof(SnakeCase<KinematicsKind>), typeof(SnakeCase<ExecutionProviderKind>)])]
[JsonSerializable(typeof(SwarmConfiguration))]
internal sealed partial class ConfigurationJson : JsonSerializerContext;

/// <summary>Enum values by name, snake case; numbers are refused.</summary>
internal sealed class SnakeCase<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where TEnum : struct, Enum;
