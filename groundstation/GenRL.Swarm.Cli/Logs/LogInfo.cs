using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog;
using GenRL.Swarm.TickLog.Reading;

namespace GenRL.Swarm.Cli.Logs;

/// <summary>Says what a tick log holds.</summary>
internal static class LogInfo
{
    /// <summary>Writes it. The exit code is 1 when the file is no log or is damaged.</summary>
    public static int Write(string path, TextWriter output)
    {
        using var reader = TickLogReader.Open(path);
        var counts = new Dictionary<EntryKind, long>();
        var events = new List<LogEvent>();
        var (from, to) = (default(Stamp?), default(Stamp));
        foreach (var entry in reader)
        {
            counts[entry.Kind] = counts.GetValueOrDefault(entry.Kind) + 1;
            from ??= entry.Time;
            to = entry.Time;
            if (entry.Kind == EntryKind.Event)
            {
                events.Add(entry.ToEvent());
            }
        }

        WriteHeader(reader.Header, output);
        output.WriteLine($"time       {(from is { } began ? $"{Time(began):yyyy-MM-dd HH:mm:ss} UTC, {Stamp.Seconds(began, to):F1} s" : "nothing is recorded")}");
        output.WriteLine($"entries    {counts.GetValueOrDefault(EntryKind.Step)} steps, {counts.GetValueOrDefault(EntryKind.Tick)} ticks, {events.Count} events");
        foreach (var e in events)
        {
            output.WriteLine($"event      tick {e.Tick.Value}: {e.Kind} {e.Detail}");
        }

        foreach (var damage in reader.Damage)
        {
            output.WriteLine($"damage     {damage.Reason} at byte {damage.Offset}");
        }

        output.WriteLine(reader.IsComplete ? "end        the file is complete" : "end        the file was cut off; all that is left was read");
        return reader.Header is null || reader.DamageCount > 0 ? 1 : 0;
    }

    private static void WriteHeader(RunHeader? header, TextWriter output)
    {
        if (header is null)
        {
            output.WriteLine("run        the header is unreadable");
            return;
        }

        output.WriteLine($"run        {header.Robot} of {header.Fleet}, {header.Source}, seed {header.Seed}");
        output.WriteLine($"release    {header.Release.Hex}");
        foreach (var (name, version) in header.Software)
        {
            output.WriteLine($"software   {name} {version}");
        }
    }

    private static DateTimeOffset Time(Stamp stamp) => DateTimeOffset.UnixEpoch.AddTicks(stamp.Nanoseconds / TimeSpan.NanosecondsPerTick);
}
