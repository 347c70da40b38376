using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.Registry.Records;

/// <summary>A robot as it was last seen.</summary>
/// <param name="Robot">The robot.</param>
/// <param name="Release">The release that it flew.</param>
/// <param name="Status">Its last status.</param>
/// <param name="Seen">When that arrived.</param>
public sealed record RobotRecord(RobotId Robot, ReleaseId Release, RobotStatus Status, DateTimeOffset Seen);
