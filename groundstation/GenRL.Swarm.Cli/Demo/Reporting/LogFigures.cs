using GenRL.Swarm.Cli.Demo.Flying;
using GenRL.Swarm.Contracts.Recording;
using GenRL.Swarm.TickLog;
using GenRL.Swarm.TickLog.Reading;

namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>Reads a phase's figures out of the robots' logs.</summary>
internal static class LogFigures
{
    /// <summary>The figures of robots 0 to <paramref name="robots"/> - 1 over the given missions.</summary>
    public static IReadOnlyList<RobotFigures> Read(IReadOnlyList<LogSpan> logs, int robots, IReadOnlySet<int> missions) =>
        [.. Enumerable.Range(0, robots).Select(robot => Read(logs.Where(l => l.Robot == robot).OrderBy(l => l.From), robot, missions))];

    private static RobotFigures Read(IEnumerable<LogSpan> logs, int robot, IReadOnlySet<int> missions)
    {
        var tally = new RobotTally(robot, missions);
        var step = new StepRecord();
        var tick = new TickRecord();
        foreach (var log in logs)
        {
            using var reader = TickLogReader.Open(log.Path);
            foreach (var entry in reader)
            {
                if (entry.Kind == EntryKind.Step)
                {
                    entry.CopyTo(step);
                    tally.Add(step);
                }
                else if (entry.Kind == EntryKind.Tick)
                {
                    entry.CopyTo(tick);
                    tally.Add(tick);
                }
            }
        }

        return tally.Figures;
    }
}
