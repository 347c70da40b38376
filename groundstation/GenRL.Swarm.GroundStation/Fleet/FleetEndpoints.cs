using GenRL.Swarm.GroundStation.Security;
using GenRL.Swarm.Messaging;
using GenRL.Swarm.Registry;

namespace GenRL.Swarm.GroundStation.Fleet;

/// <summary>Whether the station works.</summary>
/// <param name="Status">Always <c>ok</c>: a station that cannot answer does not.</param>
/// <param name="BusConnected">Whether the bus can deliver.</param>
internal sealed record StationHealth(string Status, bool BusConnected);

/// <summary>What people and tools may read: <c>/fleet /logs /releases /rollouts /gate-reports /health</c>, all JSON.</summary>
internal static class FleetEndpoints
{
    public static void MapFleet(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/fleet", (FleetSnapshots s) => Results.Json(s.Take(), StationJson.Default.FleetSnapshot));
        routes.MapGet("/logs", (StationRecords r) => Results.Json(r.Logs.List(), RegistryJson.Default.IReadOnlyListLogRecord));
        routes.MapGet("/releases", (StationRecords r) => Results.Json(r.Releases.List(), RegistryJson.Default.IReadOnlyListReleaseRecord));
        routes.MapGet("/rollouts", (StationRecords r) => Results.Json(r.Rollouts.List(), RegistryJson.Default.IReadOnlyListRollout));
        routes.MapGet(
            "/gate-reports", (Registry.Gate.GateReports g) => Results.Json(g.List(), RegistryJson.Default.IReadOnlyListGateReport));
        routes.MapGet("/health", (ISwarmBus bus) => Results.Json(new StationHealth("ok", bus.IsConnected), StationJson.Default.StationHealth))
            .WithMetadata(RobotFacing.Instance);
    }
}
