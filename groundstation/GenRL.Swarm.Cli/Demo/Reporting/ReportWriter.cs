using GenRL.Swarm.Cli.Demo.Preparing;
using GenRL.Swarm.Cli.Demo.Watching;
using GenRL.Swarm.Trust.Files;
using Spectre.Console;

namespace GenRL.Swarm.Cli.Demo.Reporting;

/// <summary>Shows the report and keeps it.</summary>
internal static class ReportWriter
{
    /// <summary>Columns that the table needs: a pipe is taken for narrower.</summary>
    private const int TableWidth = 110;

    /// <summary>Prints table, durations, places and what is unmet; writes the JSON file, whole or not at all.</summary>
    /// <returns>The exit code: 0 when nothing is unmet.</returns>
    public static int Write(DemoReport report, Preparation run, IDemoScreen screen)
    {
        screen.Say("");
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, TableWidth);
        AnsiConsole.Write(Table(report));
        screen.Say($"error: mean squared position error of the old (A) and the new bundle (C) on the same held-out logs, ratio to constant velocity, 95 % interval; seed {report.Seed}");
        screen.Say($"time: {string.Join(", ", report.Durations.Select(d => $"{d.Phase} {d.Seconds:F0} s"))}; {report.Durations.Sum(d => d.Seconds):F0} s together");
        screen.Say($"logs: {run.Folder.StationLogs}");
        screen.Say($"models: {Path.Combine(run.Folder.Station, "store", "releases")}");
        screen.Say($"what the processes said: {run.Folder.Texts}");
        foreach (var line in report.Unmet)
        {
            screen.Say($"NOT MET: {line}");
        }

        screen.Say(report.Unmet.Count == 0 ? "the loop closed" : "the loop did not close");
        var json = ReportJson.Write(report);
        AtomicFile.Write(Path.Combine(run.Folder.Root, "report.json"), json);
        if (run.Options.Json is { } path)
        {
            AtomicFile.Write(path, json);
        }

        return report.Unmet.Count == 0 ? 0 : 1;
    }

    private static Table Table(DemoReport report)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("", "A", "C", "least squares");
        foreach (var row in ReportTable.Rows(report))
        {
            table.AddRow([.. row.Select(Markup.Escape)]);
        }

        return table;
    }
}
