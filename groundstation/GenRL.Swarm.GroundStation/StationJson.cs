using System.Text.Json.Serialization;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.GroundStation.Cycle;
using GenRL.Swarm.GroundStation.Distribution;
using GenRL.Swarm.GroundStation.Fleet;
using GenRL.Swarm.GroundStation.Rollouts;
using GenRL.Swarm.Registry;
using GenRL.Swarm.Registry.Storage;

namespace GenRL.Swarm.GroundStation;

/// <summary>Generated serializer of the API's own bodies, in the form of <see cref="RegistryJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(ReleaseIdConverter), typeof(RobotIdConverter)])]
[JsonSerializable(typeof(FleetSnapshot))]
[JsonSerializable(typeof(StationPhase))]
[JsonSerializable(typeof(LearnerLine))]
[JsonSerializable(typeof(NewRelease))]
[JsonSerializable(typeof(NewRollout))]
[JsonSerializable(typeof(StationHealth))]
internal sealed partial class StationJson : JsonSerializerContext;
