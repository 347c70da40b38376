using Microsoft.Data.Sqlite;

namespace GenRL.Swarm.Registry.Storage;

/// <summary>
/// The ground station's SQLite file: releases, gate reports, rollouts, robots, logs. Write-ahead log, flushed at every commit: a kill at any
/// point leaves the last commit. One connection, one caller at a time; thread-safe.
/// </summary>
public sealed class RegistryDatabase : IDisposable
{
    private const int SchemaVersion = 1;

    private const string Schema = """
        CREATE TABLE releases (
            id TEXT PRIMARY KEY, floor TEXT NOT NULL, state TEXT NOT NULL, reason TEXT NOT NULL, parent TEXT, created TEXT NOT NULL,
            changed_ms INTEGER NOT NULL) STRICT;
        CREATE UNIQUE INDEX one_active ON releases (state) WHERE state = 'Active';
        CREATE TABLE gate_reports (
            number INTEGER PRIMARY KEY, release TEXT NOT NULL REFERENCES releases (id), passed INTEGER NOT NULL, report TEXT NOT NULL,
            at_ms INTEGER NOT NULL) STRICT;
        CREATE TABLE rollouts (
            number INTEGER PRIMARY KEY, release TEXT NOT NULL REFERENCES releases (id), open INTEGER NOT NULL, state TEXT NOT NULL) STRICT;
        CREATE TABLE robots (
            robot INTEGER PRIMARY KEY, release TEXT NOT NULL, status TEXT NOT NULL, seen_ms INTEGER NOT NULL) STRICT;
        CREATE TABLE logs (
            sha256 TEXT NOT NULL, robot INTEGER NOT NULL, name TEXT NOT NULL, bytes INTEGER NOT NULL, received_ms INTEGER NOT NULL,
            PRIMARY KEY (robot, sha256)) STRICT;
        CREATE UNIQUE INDEX one_log_per_name ON logs (robot, name);
        """;

    private readonly Lock _lock = new();
    private readonly SqliteConnection _connection;
    private bool _inTransaction;

    private RegistryDatabase(SqliteConnection connection, TimeProvider time)
    {
        _connection = connection;
        Time = time;
    }

    /// <summary>The clock that stamps the rows.</summary>
    internal TimeProvider Time { get; }

    /// <summary>Opens the database in <paramref name="path"/>; makes it when there is none.</summary>
    /// <exception cref="SqliteException">It is not a database, or cannot be written.</exception>
    /// <exception cref="InvalidDataException">A newer version of this software wrote it.</exception>
    public static RegistryDatabase Open(string path, TimeProvider time)
    {
        SystemSqlite.Use();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = true }.ToString());
        try
        {
            connection.Open();
            var database = new RegistryDatabase(connection, time);
            database.Prepare();
            return database;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    /// <summary>Runs a statement; gives the number of rows changed.</summary>
    internal int Execute(string sql, params (string Name, object? Value)[] arguments)
    {
        lock (_lock)
        {
            using var command = Command(sql, arguments);
            return command.ExecuteNonQuery();
        }
    }

    /// <summary>Runs a query and maps its rows.</summary>
    internal List<T> Query<T>(string sql, Func<SqliteDataReader, T> map, params (string Name, object? Value)[] arguments)
    {
        lock (_lock)
        {
            using var command = Command(sql, arguments);
            using var reader = command.ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(map(reader));
            }

            return rows;
        }
    }

    /// <summary>Runs several statements as one; an exception undoes all of them. Inside another transaction it is a part of that one.</summary>
    internal void Transaction(Action statements)
    {
        lock (_lock)
        {
            if (_inTransaction)
            {
                statements();
                return;
            }

            Execute("BEGIN IMMEDIATE");
            _inTransaction = true;
            try
            {
                statements();
                Execute("COMMIT");
            }
            catch
            {
                Execute("ROLLBACK");
                throw;
            }
            finally
            {
                _inTransaction = false;
            }
        }
    }

    /// <summary>The present time as the rows hold it: milliseconds since 1970.</summary>
    internal long NowMilliseconds() => Time.GetUtcNow().ToUnixTimeMilliseconds();

    private void Prepare()
    {
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        var version = Query("PRAGMA user_version", r => r.GetInt32(0))[0];
        if (version > SchemaVersion)
        {
            throw new InvalidDataException($"the registry has schema {version}, this software knows {SchemaVersion}");
        }

        if (version < SchemaVersion)
        {
            Transaction(() =>
            {
                Execute(Schema);
                Execute($"PRAGMA user_version = {SchemaVersion}");
            });
        }
    }

    private SqliteCommand Command(string sql, (string Name, object? Value)[] arguments)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in arguments)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }
}
