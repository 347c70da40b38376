using GenRL.Swarm.Messaging;
using GenRL.Swarm.Registry.Records;
using GenRL.Swarm.Registry.Rollouts;

namespace GenRL.Swarm.GroundStation.Fleet;

/// <summary>Takes snapshots of the fleet. Thread-safe.</summary>
public sealed class FleetSnapshots(
    FleetState fleet, FleetEvents events, StationRecords records, ISwarmBus bus, StationOptions options, TimeProvider time)
{
    /// <summary>The fleet now.</summary>
    public FleetSnapshot Take()
    {
        var now = time.GetUtcNow();
        var logs = records.Logs.List();
        return new FleetSnapshot(
            now, options.Fleet, bus.IsConnected, fleet.Phase,
            [.. fleet.Robots.Select(r => new RobotSnapshot(now - r.Seen <= FleetState.OnlineFor, (now - r.Seen).TotalSeconds, r.Status))],
            records.Releases.Active, records.Rollouts.Latest, logs.Count, logs.Sum(l => l.Bytes), fleet.Rejected, events.Latest());
    }
}

/// <summary>The registry's tables, together.</summary>
/// <param name="Releases">The releases.</param>
/// <param name="Rollouts">The rollouts.</param>
/// <param name="Logs">The logs.</param>
public sealed record StationRecords(Releases Releases, RolloutLedger Rollouts, Logs Logs);
