using System.Collections.Concurrent;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Registry.Records;

namespace GenRL.Swarm.GroundStation.Fleet;

/// <summary>What the station knows of its fleet at this moment. A robot that falls silent stays, with the time it was last seen. Thread-safe.</summary>
public sealed class FleetState
{
    /// <summary>How long a robot may be silent before it counts as offline: ten of its messages.</summary>
    public static readonly TimeSpan OnlineFor = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<int, RobotView> _robots = new();
    private readonly ConcurrentDictionary<string, long> _rejected = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;
    private volatile StationPhase _phase = new("", "", 0);

    /// <summary>Begins with the robots that the registry knows.</summary>
    public FleetState(Robots robots, TimeProvider time)
    {
        _time = time;
        foreach (var robot in robots.List())
        {
            _robots[robot.Robot.Value] = new RobotView(robot.Status, robot.Seen);
        }
    }

    /// <summary>What the run is busy with.</summary>
    public StationPhase Phase => _phase;

    /// <summary>The robots by number.</summary>
    public IReadOnlyList<RobotView> Robots => [.. _robots.Values.OrderBy(r => r.Status.Robot)];

    /// <summary>The numbers of the robots heard of within <see cref="OnlineFor"/>, in order.</summary>
    public IReadOnlyList<RobotId> Online()
    {
        var since = _time.GetUtcNow() - OnlineFor;
        return [.. Robots.Where(r => r.Seen >= since).Select(r => new RobotId((ushort)r.Status.Robot))];
    }

    /// <summary>Messages that were not accepted, by kind and reason.</summary>
    public IReadOnlyDictionary<string, long> Rejected => _rejected;

    /// <summary>Takes a status.</summary>
    public void Take(RobotStatus status) => _robots[status.Robot] = new RobotView(status, _time.GetUtcNow());

    /// <summary>Takes the phase.</summary>
    public void Take(StationPhase phase) => _phase = phase;

    /// <summary>Counts a message that was not accepted.</summary>
    public void Reject(string kind, string reason)
    {
        _rejected.AddOrUpdate($"{kind}: {reason}", 1, (_, n) => n + 1);
        StationMeter.RejectedMessages.Add(1, new KeyValuePair<string, object?>("kind", kind), new KeyValuePair<string, object?>("reason", reason));
    }
}

/// <summary>A robot as it was last heard of.</summary>
/// <param name="Status">Its last status.</param>
/// <param name="Seen">When that arrived.</param>
public sealed record RobotView(RobotStatus Status, DateTimeOffset Seen);
