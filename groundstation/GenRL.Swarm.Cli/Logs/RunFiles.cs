using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.TickLog.Reading;

namespace GenRL.Swarm.Cli.Logs;

/// <summary>The files of a robot's run in the order in which they were written.</summary>
internal static class RunFiles
{
    private const string Pattern = "*.mcap";

    /// <summary>The files that <paramref name="paths"/> name, folders standing for the logs in them; ordered by their first entry.</summary>
    /// <exception cref="IOException">There is none, or one cannot be opened.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths)
    {
        string[] files = [.. paths.SelectMany(path => Directory.Exists(path) ? Directory.EnumerateFiles(path, Pattern) : [path])];
        return files.Length > 0 ? [.. files.OrderBy(Began)] : throw new IOException("there is no tick log");
    }

    private static Stamp Began(string path)
    {
        using var reader = TickLogReader.Open(path);
        foreach (var entry in reader)
        {
            return entry.Time;
        }

        return new Stamp(long.MaxValue);
    }
}
