using System.Globalization;

namespace GenRL.Swarm.Sim.Parity;

/// <summary>A parity run as text: one row per system, and a row per tolerance where its files have several.</summary>
internal static class ParityReport
{
    private static readonly (string Title, int Width)[] Columns =
    [
        ("system", -20), ("files", 6), ("steps", 8), ("compared", 10), ("injected", 9), ("position", 10), ("velocity", 10),
        ("observation", 12), ("reward", 10), ("done", 10), ("state", 10), ("  tolerance", -24), ("result", -16),
    ];

    private static readonly Quantity[] Quantities = [.. Enum.GetValues<Quantity>()];

    /// <summary>Writes the report.</summary>
    public static void Write(ParityRun run, TextWriter output)
    {
        var systems = SystemResult.Of(run.Files);
        if (run.Files.Count == 0)
        {
            output.WriteLine($"FAIL: there is no *.json in {run.Folder}");
            return;
        }

        WriteRow(output, [.. Columns.Select(column => column.Title)]);
        foreach (var system in systems)
        {
            WriteRow(output, Row(system));
            foreach (var tolerance in system.Tolerances.Count > 1 ? system.Tolerances : [])
            {
                WriteRow(output, Row(system.Within(tolerance) with { System = "  of these" }));
            }
        }

        WriteRow(output, Row(new SystemResult("all", run.Files)));
        output.WriteLine("worst deviations are absolute, over free run and single steps; - where a system stores none of it");
        WriteNotCompared(systems, output);
        WriteFailures(run, output);
    }

    private static string[] Row(SystemResult system) =>
    [
        system.System, $"{system.Files.Count}", $"{system.Steps}", $"{system.Values}", $"{system.Injected}",
        .. Quantities.Select(quantity => Deviation(system.Worst(quantity))),
        $"  {string.Join("; ", system.Tolerances.Count > 1 ? [$"{system.Tolerances.Count} kinds"] : system.Tolerances.Select(Text))}",
        system.Passed < system.Files.Count ? "FAIL" : system.InPart > 0 ? $"pass, {system.InPart} in part" : "pass",
    ];

    private static void WriteNotCompared(IReadOnlyList<SystemResult> systems, TextWriter output)
    {
        foreach (var system in systems)
        {
            foreach (var what in system.Files.SelectMany(file => file.Comparison.NotCompared.Distinct().Select(what => (What: what, file.File))).GroupBy(pair => pair.What))
            {
                var files = what.Select(pair => pair.File).ToList();
                output.WriteLine($"not compared: {(files.Count == 1 ? files[0] : $"{system.System}, {files.Count} files")}: {what.Key}");
            }
        }
    }

    private static void WriteFailures(ParityRun run, TextWriter output)
    {
        var failures = run.Files.Where(file => file.Failure is not null).ToList();
        foreach (var file in failures)
        {
            output.WriteLine($"FAIL {file.File}: {file.Failure}");
        }

        var all = new SystemResult("", run.Files);
        output.WriteLine(failures.Count == 0 ? $"all {run.Files.Count} files pass" : $"{failures.Count} of {run.Files.Count} files fail");
        if (all.InPart > 0)
        {
            output.WriteLine($"{all.InPart} of those that pass store something that was not compared: see above");
        }
    }

    private static void WriteRow(TextWriter output, string[] cells) =>
        output.WriteLine(string.Concat(Columns.Zip(cells, (column, cell) => column.Width < 0 ? cell.PadRight(-column.Width) : cell.PadLeft(column.Width))).TrimEnd());

    private static string Text(Tolerance tolerance)
    {
        var (free, one, reward) = (Number(tolerance.FreeRun), Number(tolerance.OneStep), Number(tolerance.Reward));
        var state = free == one ? free : $"{free}, one step {one}";
        return reward == free ? state : $"{state}, reward {reward}";
    }

    private static string Number(double tolerance) => tolerance == 0d ? "exact" : tolerance.ToString("0.##e-0", CultureInfo.InvariantCulture);

    private static string Deviation(double? worst) => worst switch
    {
        null => "-",
        0d => "0",
        double.PositiveInfinity => "inf",
        _ => worst.Value.ToString("0.0e-0", CultureInfo.InvariantCulture),
    };
}
