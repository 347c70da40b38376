using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Registry.Storage;
using Microsoft.Data.Sqlite;

namespace GenRL.Swarm.Registry.Records;

/// <summary>The uploaded tick logs. Thread-safe.</summary>
public sealed class Logs(RegistryDatabase database)
{
    private const string Columns = "SELECT sha256, robot, name, bytes, received_ms FROM logs";

    /// <summary>Notes a complete log. False when it was known already, by its content or by its robot and name: nothing changes then.</summary>
    public bool Add(string sha256, RobotId robot, string name, long bytes) => database.Execute(
        "INSERT INTO logs VALUES ($sha, $robot, $name, $bytes, $now) ON CONFLICT DO NOTHING",
        ("$sha", sha256), ("$robot", (int)robot.Value), ("$name", name), ("$bytes", bytes), ("$now", database.NowMilliseconds())) == 1;

    /// <summary>A robot's log of that name, or null.</summary>
    public LogRecord? Find(RobotId robot, string name) => database.Query(
        $"{Columns} WHERE robot = $robot AND name = $name", Map, ("$robot", (int)robot.Value), ("$name", name)).SingleOrDefault();

    /// <summary>A robot's log with that content, or null.</summary>
    public LogRecord? FindContent(RobotId robot, string sha256) => database.Query(
        $"{Columns} WHERE robot = $robot AND sha256 = $sha", Map, ("$robot", (int)robot.Value), ("$sha", sha256)).SingleOrDefault();

    /// <summary>All logs in the order of their arrival.</summary>
    public IReadOnlyList<LogRecord> List() => database.Query($"{Columns} ORDER BY received_ms, rowid", Map);

    private static LogRecord Map(SqliteDataReader row) => new(
        row.GetString(0), new RobotId((ushort)row.GetInt32(1)), row.GetString(2), row.GetInt64(3), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)));
}
