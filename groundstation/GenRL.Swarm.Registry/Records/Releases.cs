using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Models;
using GenRL.Swarm.Registry.Storage;
using Microsoft.Data.Sqlite;

namespace GenRL.Swarm.Registry.Records;

/// <summary>The releases and their states. Thread-safe.</summary>
public sealed class Releases(RegistryDatabase database)
{
    private const string Columns = "SELECT id, floor, state, reason, parent, created, changed_ms FROM releases";

    /// <summary>The release that the fleet flies; null before the first.</summary>
    public ReleaseRecord? Active => database.Query($"{Columns} WHERE state = 'Active'", Map).SingleOrDefault();

    /// <summary>Notes a new candidate; a release that is known already stays as it is.</summary>
    public void Add(ReleaseId release, BundleManifest manifest) => database.Execute(
        "INSERT INTO releases VALUES ($id, $floor, 'Candidate', '', $parent, $created, $now) ON CONFLICT (id) DO NOTHING",
        ("$id", release.Hex), ("$floor", manifest.Floor), ("$parent", manifest.Lineage.ParentRelease), ("$created", manifest.Created),
        ("$now", database.NowMilliseconds()));

    /// <summary>The release, or null.</summary>
    public ReleaseRecord? Find(ReleaseId release) => database.Query($"{Columns} WHERE id = $id", Map, ("$id", release.Hex)).SingleOrDefault();

    /// <summary>All releases, the latest change first.</summary>
    public IReadOnlyList<ReleaseRecord> List() => database.Query($"{Columns} ORDER BY changed_ms DESC, rowid DESC", Map);

    /// <summary>The release kept for a floor: the one that flies, else the one that flew or passed last; null when there is none.</summary>
    public ReleaseRecord? KeptFor(string floor) => database.Query(
        $"{Columns} WHERE floor = $floor AND state IN ('Active', 'Passed', 'Retired') ORDER BY state = 'Active' DESC, state = 'Passed' DESC, changed_ms DESC, rowid DESC LIMIT 1",
        Map, ("$floor", floor)).SingleOrDefault();

    /// <summary>The gate passed it.</summary>
    /// <exception cref="InvalidOperationException">It is not a candidate.</exception>
    public void Pass(ReleaseId release) => Move(release, ReleaseState.Passed, "", ReleaseState.Candidate);

    /// <summary>The gate refused it.</summary>
    /// <inheritdoc cref="Pass" path="/exception"/>
    public void Refuse(ReleaseId release, string reason) => Move(release, ReleaseState.Refused, reason, ReleaseState.Candidate);

    /// <summary>A rollout of it was stopped, or it was withdrawn.</summary>
    /// <exception cref="InvalidOperationException">It is neither passed nor active.</exception>
    public void Retire(ReleaseId release, string reason) => Move(release, ReleaseState.Retired, reason, ReleaseState.Passed, ReleaseState.Active);

    /// <summary>The fleet flies it from now on; the release that it flew is retired in the same step.</summary>
    /// <exception cref="InvalidOperationException">It is neither passed nor retired nor active already.</exception>
    public void Activate(ReleaseId release) => database.Transaction(() =>
    {
        if (Active is { } former && former.Release != release)
        {
            Move(former.Release, ReleaseState.Retired, $"followed by {release.Short}", ReleaseState.Active);
        }

        Move(release, ReleaseState.Active, "", ReleaseState.Passed, ReleaseState.Retired, ReleaseState.Active);
    });

    private static ReleaseRecord Map(SqliteDataReader row) => new(
        new ReleaseId(row.GetString(0)), row.GetString(1), Enum.Parse<ReleaseState>(row.GetString(2)), row.GetString(3),
        row.IsDBNull(4) ? null : new ReleaseId(row.GetString(4)), row.GetString(5), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(6)));

    private void Move(ReleaseId release, ReleaseState to, string reason, params ReleaseState[] from) => database.Transaction(() =>
    {
        var present = Find(release) ?? throw new InvalidOperationException($"release {release.Short} is not in the registry");
        if (!from.Contains(present.State))
        {
            throw new InvalidOperationException($"release {release.Short} is {present.State}, it cannot become {to}");
        }

        database.Execute(
            "UPDATE releases SET state = $state, reason = $reason, changed_ms = $now WHERE id = $id",
            ("$state", to.ToString()), ("$reason", reason), ("$now", database.NowMilliseconds()), ("$id", release.Hex));
    });
}
