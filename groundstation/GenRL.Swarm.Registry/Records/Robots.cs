using System.Text;
using GenRL.Swarm.Contracts.Fleet;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Registry.Storage;
using Microsoft.Data.Sqlite;

namespace GenRL.Swarm.Registry.Records;

/// <summary>The robots as they were last seen: a robot that lost its connection stays known. Thread-safe.</summary>
public sealed class Robots(RegistryDatabase database)
{
    /// <summary>Notes a robot's status.</summary>
    public void Save(RobotStatus status) => database.Execute(
        """
        INSERT INTO robots VALUES ($robot, $release, $status, $now)
        ON CONFLICT (robot) DO UPDATE SET release = excluded.release, status = excluded.status, seen_ms = excluded.seen_ms
        """,
        ("$robot", status.Robot), ("$release", status.Release), ("$status", Encoding.UTF8.GetString(FleetMessages.Write(status))),
        ("$now", database.NowMilliseconds()));

    /// <summary>All robots by number.</summary>
    public IReadOnlyList<RobotRecord> List() =>
        [.. database.Query("SELECT robot, release, status, seen_ms FROM robots ORDER BY robot", Map).OfType<RobotRecord>()];

    private static RobotRecord? Map(SqliteDataReader row) =>
        FleetMessages.Read(Encoding.UTF8.GetBytes(row.GetString(2)), out RobotStatus? status) == FleetMessageError.None
            ? new RobotRecord(
                new RobotId((ushort)row.GetInt32(0)), new ReleaseId(row.GetString(1)), status!, DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)))
            : null;
}
