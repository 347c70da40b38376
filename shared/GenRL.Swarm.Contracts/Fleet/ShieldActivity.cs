using System.Text.Json.Serialization;
using GenRL.Swarm.Contracts.Safety;

namespace GenRL.Swarm.Contracts.Fleet;

/// <summary>What a robot's shield does.</summary>
/// <param name="Reason">Why it changed the latest command.</param>
/// <param name="Interventions">Control steps in which it changed the command, since the process began.</param>
public sealed record ShieldActivity(
    [property: JsonConverter(typeof(JsonStringEnumConverter<ShieldReason>))] ShieldReason Reason, long Interventions);
