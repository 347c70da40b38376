using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.TickLog.Reading;

namespace GenRL.Swarm.Learning.Datasets;

/// <summary>Keeps the last log files of each robot aside: models are judged on them and never see them.</summary>
public static class LogSplit
{
    /// <summary>Splits by file.</summary>
    /// <param name="files">Tick logs of any number of robots; those without a readable header or entry are left out.</param>
    /// <param name="fraction">Fraction of each robot's files kept aside, its last; at least one of two or more.</param>
    public static (IReadOnlyList<string> Training, IReadOnlyList<string> Aside) LastOfEach(IEnumerable<string> files, double fraction)
    {
        ArgumentNullException.ThrowIfNull(files);
        var (training, aside) = (new List<string>(), new List<string>());
        foreach (var robot in files.Select(Describe).OfType<Described>().GroupBy(file => file.Robot).OrderBy(group => group.Key.Value))
        {
            List<Described> inOrder = [.. robot.OrderBy(file => file.Run).ThenBy(file => file.Began.Nanoseconds)];
            var kept = inOrder.Count < 2 ? 0 : Math.Max(1, (int)Math.Round(inOrder.Count * fraction));
            training.AddRange(inOrder.SkipLast(kept).Select(file => file.Path));
            aside.AddRange(inOrder.TakeLast(kept).Select(file => file.Path));
        }

        return (training, aside);
    }

    private static Described? Describe(string path)
    {
        using var reader = TickLogReader.Open(path);
        foreach (var entry in reader)
        {
            return reader.Header is { } header ? new Described(path, header.Seed, header.Robot, entry.Time) : null;
        }

        return null;
    }

    private sealed record Described(string Path, ulong Run, RobotId Robot, Stamp Began);
}
