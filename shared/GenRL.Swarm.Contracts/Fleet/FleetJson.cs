using System.Text.Json.Serialization;

namespace GenRL.Swarm.Contracts.Fleet;

/// <summary>
/// Generated serializer of the fleet's JSON messages: snake_case names, no reflection. Unknown properties are skipped, so that a newer robot
/// can talk to an older station. Numbers that are not finite are written as text; <see cref="FleetMessages"/> refuses them when reading.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    MaxDepth = 8)]
[JsonSerializable(typeof(RobotStatus))]
[JsonSerializable(typeof(ReleaseReport))]
[JsonSerializable(typeof(ReleaseOffer))]
[JsonSerializable(typeof(StationPhase))]
internal sealed partial class FleetJson : JsonSerializerContext;
