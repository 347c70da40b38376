using System.Text.Json.Serialization;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Registry.Rollouts;
using GenRL.Swarm.Registry.Storage;

namespace GenRL.Swarm.Registry;

/// <summary>Generated serializer of what the registry keeps and the API shows: snake_case names, ids as text and numbers, enums by name.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    Converters = [typeof(ReleaseIdConverter), typeof(RobotIdConverter)])]
[JsonSerializable(typeof(GateReport))]
[JsonSerializable(typeof(IReadOnlyList<GateReport>))]
[JsonSerializable(typeof(Rollout))]
[JsonSerializable(typeof(IReadOnlyList<Rollout>))]
[JsonSerializable(typeof(IReadOnlyList<ReleaseRecord>))]
[JsonSerializable(typeof(IReadOnlyList<LogRecord>))]
[JsonSerializable(typeof(IReadOnlyList<RobotRecord>))]
public sealed partial class RegistryJson : JsonSerializerContext;
