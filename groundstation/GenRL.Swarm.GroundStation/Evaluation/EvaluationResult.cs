using System.Text.Json.Serialization;
using GenRL.Swarm.Registry.Gate;
using GenRL.Swarm.Registry.Storage;

namespace GenRL.Swarm.GroundStation.Evaluation;

/// <summary>What an evaluation hands back: one of the two.</summary>
/// <param name="Evidence">What was measured.</param>
/// <param name="Unflyable">Why the candidate cannot be flown.</param>
internal sealed record EvaluationResult(GateEvidence? Evidence, string? Unflyable);

/// <summary>Generated serializer of what passes between the station and its evaluation.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    Converters = [typeof(ReleaseIdConverter), typeof(RobotIdConverter)])]
[JsonSerializable(typeof(GateRequest))]
[JsonSerializable(typeof(EvaluationResult))]
internal sealed partial class EvaluationJson : JsonSerializerContext;
