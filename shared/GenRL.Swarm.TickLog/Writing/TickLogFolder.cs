using GenRL.Swarm.Contracts.Identity;

namespace GenRL.Swarm.TickLog.Writing;

/// <summary>A folder of tick logs that follow each other, as <see cref="TickLogWriter.ToFolder"/> writes it.</summary>
public static class TickLogFolder
{
    /// <summary>The finished logs, ready to be uploaded, oldest first. A log that is being written, or was cut off, is not among them.</summary>
    public static IReadOnlyList<string> Finished(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.mcap").Order(StringComparer.Ordinal)];

    /// <summary>
    /// Gives logs that a killed process of <paramref name="robot"/> left unfinished their final names, so that they are uploaded too; readers
    /// take them as far as they go. To be called before a writer opens the folder. Returns how many there were.
    /// </summary>
    public static int Adopt(string folder, RobotId robot)
    {
        var count = 0;
        foreach (var path in Directory.EnumerateFiles(folder, $"{robot}-*.mcap{TickLogFile.ActiveSuffix}"))
        {
            File.Move(path, path[..^TickLogFile.ActiveSuffix.Length]);
            count++;
        }

        return count;
    }
}
