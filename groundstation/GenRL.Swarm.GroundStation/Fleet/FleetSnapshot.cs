using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Registry.Rollouts;

namespace GenRL.Swarm.GroundStation.Fleet;

/// <summary>The fleet at one moment, for people: what the page shows and <c>GET /fleet</c> answers.</summary>
/// <param name="Time">The moment.</param>
/// <param name="Fleet">The fleet's name.</param>
/// <param name="BusConnected">Whether the bus can deliver.</param>
/// <param name="Phase">What the run is busy with.</param>
/// <param name="Robots">The robots.</param>
/// <param name="ActiveRelease">The release that the fleet is to fly, or null.</param>
/// <param name="Rollout">The latest rollout, or null.</param>
/// <param name="LogCount">Logs that have arrived.</param>
/// <param name="LogBytes">Their length together, bytes.</param>
/// <param name="Rejected">Messages that were not accepted, by kind and reason.</param>
/// <param name="Events">The latest events, newest first.</param>
public sealed record FleetSnapshot(
    DateTimeOffset Time, string Fleet, bool BusConnected, StationPhase Phase, IReadOnlyList<RobotSnapshot> Robots, ReleaseRecord? ActiveRelease,
    Rollout? Rollout, int LogCount, long LogBytes, IReadOnlyDictionary<string, long> Rejected, IReadOnlyList<FleetEvent> Events);

/// <summary>One robot in a snapshot.</summary>
/// <param name="Online">Whether it was heard of lately.</param>
/// <param name="SilentSeconds">Time since its last status, seconds.</param>
/// <param name="Status">That status.</param>
public sealed record RobotSnapshot(bool Online, double SilentSeconds, RobotStatus Status);
