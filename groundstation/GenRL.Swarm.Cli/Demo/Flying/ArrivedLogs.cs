using GenRL.Swarm.Cli.Demo.Preparing;
using GenRL.Swarm.Contracts.Identity;
using GenRL.Swarm.TickLog;
using GenRL.Swarm.TickLog.Reading;

namespace GenRL.Swarm.Cli.Demo.Flying;

/// <summary>The tick logs that have arrived at the station, and what part of the run they hold.</summary>
internal sealed class ArrivedLogs(StationClient station, RunFolder folder)
{
    private readonly Dictionary<string, LogSpan> _spans = [];

    /// <summary>What is there by now, by robot and in order of time.</summary>
    public async Task<IReadOnlyList<LogSpan>> ListAsync(CancellationToken cancellationToken)
    {
        foreach (var log in await station.LogsAsync(cancellationToken))
        {
            if (!_spans.ContainsKey(log.Sha256))
            {
                var path = Path.Combine(folder.StationLogs, log.Robot.ToString(), log.Name);
                _spans[log.Sha256] = Span(path, log.Robot.Value, log.Bytes);
            }
        }

        return [.. _spans.Values.OrderBy(s => s.Robot).ThenBy(s => s.From)];
    }

    /// <summary>Whether every robot's logs up to <paramref name="end"/> are there.</summary>
    public async Task<bool> ReachAsync(Stamp end, int robots, CancellationToken cancellationToken)
    {
        var spans = await ListAsync(cancellationToken);
        return Enumerable.Range(0, robots).All(robot => spans.Any(s => s.Robot == robot && s.To >= end));
    }

    private static LogSpan Span(string path, int robot, long bytes)
    {
        Stamp? from = null;
        var to = default(Stamp);
        using var reader = TickLogReader.Open(path);
        foreach (var entry in reader)
        {
            if (entry.Kind == EntryKind.Step)
            {
                from ??= entry.Time;
                to = entry.Time;
            }
        }

        return new LogSpan(robot, path, bytes, from ?? to, to);
    }
}

/// <summary>One log at the station.</summary>
/// <param name="Robot">Whose.</param>
/// <param name="Path">Where.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="From">Its first step, on the fleet's clock.</param>
/// <param name="To">Its last step.</param>
internal sealed record LogSpan(int Robot, string Path, long Bytes, Stamp From, Stamp To);
