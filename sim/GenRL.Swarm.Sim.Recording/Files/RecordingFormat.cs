using System.Globalization;
using System.Text;
using GenRL.Swarm.TickLog.Mcap.Records;

namespace GenRL.Swarm.Sim.Recording.Files;

/// <summary>How a recording lies in an MCAP file: a metadata record for the run, then one JSON message per step on one channel.</summary>
internal static class RecordingFormat
{
    public const string Profile = "genrl.swarm.sim";
    public const string Metadata = "run";
    public const string Version = "1";
    public const ushort Channel = 1;

    /// <summary>Log time between steps, ns: an environment's steps have no duration of their own, and viewers want one.</summary>
    public const ulong StepTime = 100_000_000;

    public static McapSchema Schema { get; } = new(1, "genrl.swarm.sim.step", "jsonschema", Encoding.UTF8.GetBytes(
        """
        {
          "type": "object",
          "properties": {
            "step": { "type": "integer", "description": "0 for the reset" },
            "actions": { "type": "array", "items": { "type": "number" }, "description": "of all worlds, in the environment's layout; empty at the reset" },
            "hashes": { "type": "array", "items": { "type": "string" }, "description": "per world: first 64 bits of SHA-256 over state, observations, rewards, end" }
          }
        }
        """));

    public static McapChannel Steps { get; } = new(Channel, 1, "/sim/step", "json", [new("layout", Version)]);

    public static McapMetadata ToMetadata(RunDescription run) => new(
        Metadata,
        [
            new("version", Version), new("scenario", run.Scenario), new("robots", Text(run.Robots)), new("worlds", Text(run.Worlds)),
            new("precise", run.Precise ? "true" : "false"), new("seed", run.Seed.ToString(CultureInfo.InvariantCulture)), new("policy", run.Policy),
            new("agents", Text(run.Agents)), new("action_length", Text(run.ActionLength)), new("snapshot_size", Text(run.SnapshotSize)),
        ]);

    /// <summary>The run that a metadata record describes.</summary>
    /// <exception cref="InvalidDataException">Something is missing or out of range; the message names it.</exception>
    public static RunDescription ToRun(McapMetadata metadata)
    {
        var entries = new Dictionary<string, string>(metadata.Entries.DistinctBy(entry => entry.Key));
        if (Entry("version") != Version)
        {
            throw new InvalidDataException($"version {Entry("version")} of the recording format is not known");
        }

        return new RunDescription(
            Entry("scenario"), Number("robots", 0), Number("worlds", 1), Entry("precise") == "true",
            ulong.TryParse(Entry("seed"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : throw Bad("seed"),
            Entry("policy"), Number("agents", 1), Number("action_length", 1), Number("snapshot_size", 0));

        string Entry(string name) => entries.TryGetValue(name, out var value) ? value : throw new InvalidDataException($"the run's {name} is missing");

        int Number(string name, int least) =>
            int.TryParse(Entry(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least ? number : throw Bad(name);

        InvalidDataException Bad(string name) => new($"the run's {name} is not a number that it may be: {Entry(name)}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
