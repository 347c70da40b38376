using System.Text.Json;
using GenRL.Swarm.Registry.Storage;

namespace GenRL.Swarm.Registry.Rollouts;

/// <summary>The rollouts, each kept at every transition. Thread-safe.</summary>
public sealed class RolloutLedger(RegistryDatabase database)
{
    /// <summary>The latest rollout, or null.</summary>
    public Rollout? Latest => Select("ORDER BY number DESC LIMIT 1").SingleOrDefault();

    /// <summary>Keeps a new rollout.</summary>
    /// <returns>The rollout with its number.</returns>
    /// <exception cref="InvalidOperationException">Another one is open.</exception>
    public Rollout Add(Rollout rollout)
    {
        var added = rollout;
        database.Transaction(() =>
        {
            if (Select("WHERE open").Count > 0)
            {
                throw new InvalidOperationException("another rollout is open");
            }

            database.Execute(
                "INSERT INTO rollouts (release, open, state) VALUES ($release, $open, $state)",
                ("$release", rollout.Release.Hex), ("$open", rollout.Open), ("$state", Text(rollout)));
            added = rollout with { Number = database.Query("SELECT last_insert_rowid()", r => r.GetInt64(0))[0] };
        });
        return added;
    }

    /// <summary>Keeps a rollout's new state.</summary>
    public void Save(Rollout rollout) => database.Execute(
        "UPDATE rollouts SET open = $open, state = $state WHERE number = $number",
        ("$open", rollout.Open), ("$state", Text(rollout)), ("$number", rollout.Number));

    /// <summary>All rollouts, the latest first.</summary>
    public IReadOnlyList<Rollout> List() => Select("ORDER BY number DESC");

    private static string Text(Rollout rollout) => JsonSerializer.Serialize(rollout, RegistryJson.Default.Rollout);

    private List<Rollout> Select(string clause) => database.Query(
        $"SELECT number, state FROM rollouts {clause}",
        r => JsonSerializer.Deserialize(r.GetString(1), RegistryJson.Default.Rollout)! with { Number = r.GetInt64(0) });
}
